import { ActionIcon, Autocomplete, Group } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { HeaderNameField } from '../../ui/header-name-field.tsx';
import type { StepProps } from './wizard-steps.tsx';
import { useText } from '../../i18n/use-text.ts';

/** The manual's examples of values. */
const mediaTypes = ['application/xml', 'application/json'];

/** One header: its name and its value. */
export function WizardHeaderRow({ form, index }: StepProps & { readonly index: number }) {
  const t = useText();
  const name = form.values.headers[index]?.name ?? '';
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <HeaderNameField {...form.getInputProps(`headers.${index}.name`)} />
      <Autocomplete
        flex={1}
        label={t('webhooks.value')}
        data={mediaTypes}
        {...form.getInputProps(`headers.${index}.value`)}
      />
      <ActionIcon
        variant="subtle"
        color="red"
        mt={28}
        aria-label={t('webhooks.removeValue', { name })}
        onClick={() => form.removeListItem('headers', index)}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </Group>
  );
}
