import { Fieldset, Group, MultiSelect, Select, Stack, Switch, TagsInput } from '@mantine/core';
import { z } from 'zod';
import { acefoneTriggers } from '../../../shared/dialects/acefone-triggers.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import { stageSchema } from '../../../shared/model/stage.ts';
import type { WebhookInput } from '../../../shared/model/webhook.ts';
import { StageField } from '../../ui/stage-field.tsx';
import { stageOfTrigger } from './webhook-draft.ts';
import { useText } from '../../i18n/use-text.ts';

interface WebhookWhenProps {
  readonly webhook: WebhookInput;
  /** Undefined: only other rules and flows send it. */
  readonly rule: Rule | undefined;
  readonly onChange: (webhook: WebhookInput, rule: Rule | undefined) => void;
  readonly newRule: () => Rule;
}

const directionsSchema = z.array(z.enum(['inbound', 'outbound', 'internal']));
/** Acefone's three, as the calls carry them. */
const outboundTypes = ['click_to_call', 'broadcast', 'dialer'];

/** When a webhook is sent: Acefone's trigger or any stage, with that system's filters. */
export function WebhookWhen({ webhook, rule, onChange, newRule }: WebhookWhenProps) {
  const t = useText();
  const { body } = webhook;
  return (
    <Fieldset legend={t('webhooks.when')}>
      <Stack gap="sm">
        <Switch
          label={t('webhooks.isSent')}
          checked={rule !== undefined}
          onChange={(event) =>
            onChange(webhook, event.currentTarget.checked ? newRule() : undefined)
          }
        />
        {body.kind === 'acefone' && (
          <Select
            label={t('webhooks.trigger')}
            searchable
            allowDeselect={false}
            data={acefoneTriggers.map(({ name }) => name)}
            value={body.trigger}
            onChange={(trigger) => {
              if (trigger === null) return;
              const changed = { ...body, trigger };
              const stage = stageOfTrigger(changed);
              onChange(
                { ...webhook, body: changed },
                rule && stage && { ...rule, when: { stage } },
              );
            }}
          />
        )}
        {rule !== undefined && body.kind !== 'acefone' && (
          <StageField
            stage={rule.when.stage}
            onChange={(value) => {
              const stage = stageSchema.safeParse(value);
              if (stage.success) onChange(webhook, { ...rule, when: { stage: stage.data } });
            }}
          />
        )}
        {rule !== undefined && (
          <WhichFields rule={rule} onChange={(changed) => onChange(webhook, changed)} />
        )}
      </Stack>
    </Fieldset>
  );
}

function WhichFields({ rule, onChange }: { rule: Rule; onChange: (rule: Rule) => void }) {
  const t = useText();
  const which = (patch: Partial<Rule['which']>): void =>
    onChange({ ...rule, which: { ...rule.which, ...patch } });
  return (
    <>
      <Group grow align="flex-start">
        <MultiSelect
          label={t('webhooks.callType')}
          placeholder={t('webhooks.callTypeHint')}
          data={(['inbound', 'outbound'] as const).map((value) => ({
            value,
            label: t(`direction.${value}`),
          }))}
          value={rule.which.directions ?? []}
          onChange={(values) => {
            const directions = directionsSchema.safeParse(values);
            if (directions.success) which({ directions: directions.data });
          }}
        />
        <TagsInput
          label={t('webhooks.outboundType')}
          data={outboundTypes}
          value={rule.which.outboundTypes ?? []}
          onChange={(values) => which({ outboundTypes: values })}
        />
        <TagsInput
          label={t('webhooks.numbers')}
          placeholder={t('webhooks.numbersHint')}
          value={rule.which.calledNumbers ?? []}
          onChange={(calledNumbers) => which({ calledNumbers })}
        />
      </Group>
      <Switch
        label={t('popupForm.agentAny')}
        description={rule.which.agent === 'any' ? t('rules.everyDeskSends') : undefined}
        checked={rule.which.agent === 'any'}
        onChange={(event) => which({ agent: event.currentTarget.checked ? 'any' : 'mine' })}
      />
    </>
  );
}
