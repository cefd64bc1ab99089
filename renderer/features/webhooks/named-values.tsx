import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { NamedValue } from '../../../shared/model/webhook.ts';
import { TokenField } from '../../ui/token-field.tsx';
import type { WebhookForm } from './webhook-form.ts';
import { useText } from '../../i18n/use-text.ts';

interface NamedValuesProps {
  readonly form: WebhookForm;
  /** Where the form has them. */
  readonly list: string;
  readonly label: string;
  readonly values: readonly NamedValue[];
}

/** Names with values that may contain tokens. */
export function NamedValues({ form, list, label, values }: NamedValuesProps) {
  const t = useText();
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      {values.map((value, index) => (
        <Group key={index} gap="xs" wrap="nowrap" align="flex-start">
          <TextInput
            w={200}
            aria-label={`${label}: ${t('webhooks.valueName')}`}
            placeholder={t('webhooks.valueName')}
            {...form.getInputProps(`${list}.${index}.name`)}
          />
          <TokenField
            ariaLabel={`${label}: ${t('webhooks.value')}`}
            placeholder={t('webhooks.value')}
            {...form.getInputProps(`${list}.${index}.value`)}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            mt={4}
            aria-label={t('webhooks.removeValue', { name: value.name })}
            onClick={() => form.removeListItem(list, index)}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        size="xs"
        variant="light"
        w="fit-content"
        leftSection={<IconPlus size={14} />}
        onClick={() => form.insertListItem(list, { name: '', value: '' })}
      >
        {t('webhooks.addValue')}
      </Button>
    </Stack>
  );
}
