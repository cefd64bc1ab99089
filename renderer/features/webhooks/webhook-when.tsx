import { Fieldset, Group, MultiSelect, Select, Stack, Switch, TagsInput } from '@mantine/core';
import { z } from 'zod';
import { acefoneTriggers } from '../../../shared/dialects/acefone-triggers.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import { stageSchema } from '../../../shared/model/stage.ts';
import type { WebhookInput } from '../../../shared/model/webhook.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { StageField } from '../../ui/stage-field.tsx';
import { stageOfTrigger } from './webhook-draft.ts';

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
  const texts = useTexts();
  const form = texts.webhooks;
  const { body } = webhook;
  return (
    <Fieldset legend={form.when}>
      <Stack gap="sm">
        <Switch
          label={form.isSent}
          checked={rule !== undefined}
          onChange={(event) =>
            onChange(webhook, event.currentTarget.checked ? newRule() : undefined)
          }
        />
        {body.kind === 'acefone' && (
          <Select
            label={form.trigger}
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
  const texts = useTexts();
  const form = texts.webhooks;
  const which = (patch: Partial<Rule['which']>): void =>
    onChange({ ...rule, which: { ...rule.which, ...patch } });
  return (
    <>
      <Group grow align="flex-start">
        <MultiSelect
          label={form.callType}
          placeholder={form.callTypeHint}
          data={(['inbound', 'outbound'] as const).map((value) => ({
            value,
            label: texts.direction[value],
          }))}
          value={rule.which.directions ?? []}
          onChange={(values) => {
            const directions = directionsSchema.safeParse(values);
            if (directions.success) which({ directions: directions.data });
          }}
        />
        <TagsInput
          label={form.outboundType}
          data={outboundTypes}
          value={rule.which.outboundTypes ?? []}
          onChange={(values) => which({ outboundTypes: values })}
        />
        <TagsInput
          label={form.numbers}
          placeholder={form.numbersHint}
          value={rule.which.calledNumbers ?? []}
          onChange={(calledNumbers) => which({ calledNumbers })}
        />
      </Group>
      <Switch
        label={texts.popupForm.agentAny}
        description={rule.which.agent === 'any' ? texts.rules.everyDeskSends : undefined}
        checked={rule.which.agent === 'any'}
        onChange={(event) => which({ agent: event.currentTarget.checked ? 'any' : 'mine' })}
      />
    </>
  );
}
