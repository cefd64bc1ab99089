import { Fieldset, Group, Select, Stack, Switch, TagsInput } from '@mantine/core';
import type { Rule } from '../../../shared/model/rule.ts';
import { callFacts, callStages, stageSchema } from '../../../shared/model/stage.ts';
import { useText } from '../../i18n/use-text.ts';

interface WhenFieldsProps {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
}

/** When and for which calls: the popup's rule. */
export function WhenFields({ rule, onChange }: WhenFieldsProps) {
  const t = useText();
  const which = (patch: Partial<Rule['which']>) =>
    onChange({ ...rule, which: { ...rule.which, ...patch } });
  return (
    <Fieldset legend={t('popupForm.when')}>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <Select
            label={t('popupForm.stage')}
            data={[...callStages, ...callFacts].map((stage) => ({
              value: stage,
              label: t(`stage.${stage}`),
            }))}
            value={rule.when.stage}
            allowDeselect={false}
            onChange={(value) => {
              const stage = stageSchema.safeParse(value);
              if (stage.success) onChange({ ...rule, when: { stage: stage.data } });
            }}
          />
          <TagsInput
            label={t('popupForm.queues')}
            description={t('popupForm.queuesHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={rule.which.queues ?? []}
            onChange={(queues) => which({ queues })}
          />
        </Group>
        <Switch
          label={t('popupForm.agentAny')}
          checked={rule.which.agent === 'any'}
          onChange={(event) => which({ agent: event.currentTarget.checked ? 'any' : 'mine' })}
        />
        <Switch
          label={t('popupForm.internal')}
          checked={rule.which.internal}
          onChange={(event) => which({ internal: event.currentTarget.checked })}
        />
      </Stack>
    </Fieldset>
  );
}
