import { Fieldset, Group, Select, Stack, Switch, TagsInput } from '@mantine/core';
import { callFacts, callStages } from '../../../shared/model/stage.ts';
import { useText } from '../../i18n/use-text.ts';
import type { PopupForm } from './popup-form.ts';

/** When and for which calls: the popup's rule. */
export function WhenFields({ form }: { form: PopupForm }) {
  const t = useText();
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
            allowDeselect={false}
            {...form.getInputProps('rules.0.when.stage')}
          />
          <TagsInput
            label={t('popupForm.queues')}
            description={t('popupForm.queuesHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('rules.0.which.queues', { empty: [] })}
          />
        </Group>
        <Switch
          label={t('popupForm.agentAny')}
          checked={form.values.rules[0]?.which.agent === 'any'}
          onChange={(event) =>
            form.setFieldValue('rules.0.which.agent', event.currentTarget.checked ? 'any' : 'mine')
          }
        />
        <Switch
          label={t('popupForm.internal')}
          {...form.getInputProps('rules.0.which.internal', { type: 'checkbox' })}
        />
      </Stack>
    </Fieldset>
  );
}
