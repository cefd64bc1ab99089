import { Fieldset, Group, Select, Stack, Switch, TagsInput } from '@mantine/core';
import type { Hook } from '../../../shared/model/hook.ts';
import { callFacts, callStages, stageSchema } from '../../../shared/model/stage.ts';
import { useTexts } from '../../i18n/use-texts.ts';

interface WhenFieldsProps {
  readonly hook: Hook;
  readonly onChange: (hook: Hook) => void;
}

/** When and for which calls: the popup's hook. */
export function WhenFields({ hook, onChange }: WhenFieldsProps) {
  const texts = useTexts();
  const form = texts.popupForm;
  const which = (patch: Partial<Hook['which']>) =>
    onChange({ ...hook, which: { ...hook.which, ...patch } });
  return (
    <Fieldset legend={form.when}>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <Select
            label={form.stage}
            data={[...callStages, ...callFacts].map((stage) => ({
              value: stage,
              label: texts.stage[stage],
            }))}
            value={hook.when.stage}
            allowDeselect={false}
            onChange={(value) => {
              const stage = stageSchema.safeParse(value);
              if (stage.success) onChange({ ...hook, when: { stage: stage.data } });
            }}
          />
          <TagsInput
            label={form.queues}
            description={form.queuesHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={hook.which.queues ?? []}
            onChange={(queues) => which({ queues })}
          />
        </Group>
        <Switch
          label={form.agentAny}
          checked={hook.which.agent === 'any'}
          onChange={(event) => which({ agent: event.currentTarget.checked ? 'any' : 'mine' })}
        />
        <Switch
          label={form.internal}
          checked={hook.which.internal}
          onChange={(event) => which({ internal: event.currentTarget.checked })}
        />
      </Stack>
    </Fieldset>
  );
}
