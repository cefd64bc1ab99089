import { Fieldset, Group, Stack, Switch, TagsInput } from '@mantine/core';
import { WhenField } from '../../ui/when-field.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { PopupForm } from './popup-form.ts';

/** When and for which calls: the popup's rule. */
export function WhenFields({ form }: { form: PopupForm }) {
  const t = useText();
  return (
    <Fieldset legend={t('popupForm.when')}>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <WhenField label={t('popupForm.stage')} {...form.getInputProps('rules.0.when')} />
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
