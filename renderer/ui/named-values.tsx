import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { NamedValue } from '../../shared/model/webhook.ts';
import { TokenField } from './token-field.tsx';
import { useText } from '../i18n/use-text.ts';

interface NamedValuesProps {
  readonly label: string;
  readonly values: readonly NamedValue[];
  readonly problemAt: (index: number, part: 'name' | 'value') => string | undefined;
  readonly onChange: (values: NamedValue[]) => void;
}

/** Names with values that may contain tokens. */
export function NamedValues({ label, values, problemAt, onChange }: NamedValuesProps) {
  const t = useText();
  const setAt = (index: number, patch: Partial<NamedValue>): void =>
    onChange(values.map((value, at) => (at === index ? { ...value, ...patch } : value)));
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      {values.map((value, index) => (
        <Group key={index} gap="xs" wrap="nowrap" align="flex-start">
          <TextInput
            w={200}
            aria-label={`${label}: ${t('webhooks.valueName')}`}
            placeholder={t('webhooks.valueName')}
            value={value.name}
            error={problemAt(index, 'name')}
            onChange={(event) => setAt(index, { name: event.currentTarget.value })}
          />
          <TokenField
            ariaLabel={`${label}: ${t('webhooks.value')}`}
            placeholder={t('webhooks.value')}
            value={value.value}
            error={problemAt(index, 'value')}
            onChange={(text) => setAt(index, { value: text })}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            mt={4}
            aria-label={t('webhooks.removeValue', { name: value.name })}
            onClick={() => onChange(values.filter((_, at) => at !== index))}
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
        onClick={() => onChange([...values, { name: '', value: '' }])}
      >
        {t('webhooks.addValue')}
      </Button>
    </Stack>
  );
}
