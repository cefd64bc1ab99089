import { ActionIcon, Button, Fieldset, Group, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { HeaderNameField } from '../../ui/header-name-field.tsx';
import { SecretField } from '../../ui/secret-field.tsx';
import { TokenField } from '../../ui/token-field.tsx';
import type { WebhookFieldsProps } from './webhook-form.ts';
import { useText } from '../../i18n/use-text.ts';

const list = 'webhook.headers';

/** Headers with values in the open, and headers whose values are kept as secrets. */
export function HeaderFields({ form, stored }: WebhookFieldsProps) {
  const t = useText();
  const { headers } = form.values.webhook;
  const addButton = (label: string, header: (typeof headers)[number]) => (
    <Button
      size="xs"
      variant="light"
      leftSection={<IconPlus size={14} />}
      onClick={() => form.insertListItem(list, header)}
    >
      {label}
    </Button>
  );
  return (
    <Fieldset legend={t('webhooks.headers')}>
      <Stack gap="xs">
        {headers.map((_header, index) => (
          <HeaderRow key={index} form={form} stored={stored} index={index} />
        ))}
        <Group gap="xs">
          {addButton(t('webhooks.addHeader'), { name: '', value: '' })}
          {addButton(t('webhooks.addSecretHeader'), { name: '', secret: '' })}
        </Group>
      </Stack>
    </Fieldset>
  );
}

function HeaderRow({ form, stored, index }: WebhookFieldsProps & { readonly index: number }) {
  const t = useText();
  const header = form.values.webhook.headers[index];
  if (header === undefined) return null;
  const before = stored.headers.find((one) => one.name === header.name);
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end">
      <HeaderNameField width={220} {...form.getInputProps(`${list}.${index}.name`)} />
      {'secret' in header ? (
        <div style={{ flex: 1 }}>
          <SecretField
            label={t('webhooks.secretValue')}
            stored={before && 'secret' in before ? before.secret : ''}
            {...form.getInputProps(`${list}.${index}.secret`)}
          />
        </div>
      ) : (
        <TokenField label={t('webhooks.value')} {...form.getInputProps(`${list}.${index}.value`)} />
      )}
      <ActionIcon
        variant="subtle"
        color="red"
        mb={4}
        aria-label={t('webhooks.removeValue', { name: header.name })}
        onClick={() => form.removeListItem(list, index)}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </Group>
  );
}
