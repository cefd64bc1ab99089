import { Fieldset, Group, MultiSelect, Select, Stack, Switch, TagsInput } from '@mantine/core';
import { z } from 'zod';
import { acefoneTriggers } from '../../../shared/dialects/acefone-triggers.ts';
import type { Hook } from '../../../shared/model/hook.ts';
import { stageSchema } from '../../../shared/model/stage.ts';
import type { WebhookInput } from '../../../shared/model/webhook.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { StageField } from '../../ui/stage-field.tsx';
import { stageOfTrigger } from './webhook-draft.ts';

interface WebhookWhenProps {
  readonly webhook: WebhookInput;
  /** Undefined: only other hooks and flows send it. */
  readonly hook: Hook | undefined;
  readonly onChange: (webhook: WebhookInput, hook: Hook | undefined) => void;
  readonly newHook: () => Hook;
}

const directionsSchema = z.array(z.enum(['inbound', 'outbound', 'internal']));
/** Acefone's three, as the calls carry them. */
const outboundTypes = ['click_to_call', 'broadcast', 'dialer'];

/** When a webhook is sent: Acefone's trigger or any stage, with that system's filters. */
export function WebhookWhen({ webhook, hook, onChange, newHook }: WebhookWhenProps) {
  const texts = useTexts();
  const form = texts.webhooks;
  const { body } = webhook;
  return (
    <Fieldset legend={form.when}>
      <Stack gap="sm">
        <Switch
          label={form.isSent}
          checked={hook !== undefined}
          onChange={(event) =>
            onChange(webhook, event.currentTarget.checked ? newHook() : undefined)
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
                hook && stage && { ...hook, when: { stage } },
              );
            }}
          />
        )}
        {hook !== undefined && body.kind !== 'acefone' && (
          <StageField
            stage={hook.when.stage}
            onChange={(value) => {
              const stage = stageSchema.safeParse(value);
              if (stage.success) onChange(webhook, { ...hook, when: { stage: stage.data } });
            }}
          />
        )}
        {hook !== undefined && (
          <WhichFields hook={hook} onChange={(changed) => onChange(webhook, changed)} />
        )}
      </Stack>
    </Fieldset>
  );
}

function WhichFields({ hook, onChange }: { hook: Hook; onChange: (hook: Hook) => void }) {
  const texts = useTexts();
  const form = texts.webhooks;
  const which = (patch: Partial<Hook['which']>): void =>
    onChange({ ...hook, which: { ...hook.which, ...patch } });
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
          value={hook.which.directions ?? []}
          onChange={(values) => {
            const directions = directionsSchema.safeParse(values);
            if (directions.success) which({ directions: directions.data });
          }}
        />
        <TagsInput
          label={form.outboundType}
          data={outboundTypes}
          value={hook.which.outboundTypes ?? []}
          onChange={(values) => which({ outboundTypes: values })}
        />
        <TagsInput
          label={form.numbers}
          placeholder={form.numbersHint}
          value={hook.which.calledNumbers ?? []}
          onChange={(calledNumbers) => which({ calledNumbers })}
        />
      </Group>
      <Switch
        label={texts.popupForm.agentAny}
        description={hook.which.agent === 'any' ? texts.hooks.everyDeskSends : undefined}
        checked={hook.which.agent === 'any'}
        onChange={(event) => which({ agent: event.currentTarget.checked ? 'any' : 'mine' })}
      />
    </>
  );
}
