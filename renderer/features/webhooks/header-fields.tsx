import { ActionIcon, Button, Fieldset, Group, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Webhook, WebhookInput } from '../../../shared/model/webhook.ts';
import { SecretField } from '../../ui/secret-field.tsx';
import { TokenField } from '../../ui/token-field.tsx';
import { useText } from '../../i18n/use-text.ts';

interface HeaderFieldsProps {
  readonly draft: WebhookInput;
  readonly stored: Webhook;
  readonly problemAt: (path: string) => string | undefined;
  readonly onChange: (draft: WebhookInput) => void;
}

type Header = WebhookInput['headers'][number];

/** Headers with values in the open, and headers whose values are kept as secrets. */
export function HeaderFields({ draft, stored, problemAt, onChange }: HeaderFieldsProps) {
  const t = useText();
  const { headers } = draft;
  const setAt = (index: number, header: Header): void =>
    onChange({ ...draft, headers: headers.map((old, at) => (at === index ? header : old)) });
  const add = (header: Header): void => onChange({ ...draft, headers: [...headers, header] });
  return (
    <Fieldset legend={t('webhooks.headers')}>
      <Stack gap="xs">
        {headers.map((header, index) => {
          const before = stored.headers.find((one) => one.name === header.name);
          return (
            <Group key={index} gap="xs" wrap="nowrap" align="flex-end">
              <TextInput
                w={220}
                label={t('webhooks.header')}
                value={header.name}
                error={problemAt(`headers[${index}].name`)}
                onChange={(event) => setAt(index, { ...header, name: event.currentTarget.value })}
              />
              {'secret' in header ? (
                <div style={{ flex: 1 }}>
                  <SecretField
                    label={t('webhooks.secretValue')}
                    value={header.secret === '' ? undefined : header.secret}
                    stored={before && 'secret' in before ? before.secret : undefined}
                    error={problemAt(`headers[${index}].secret`)}
                    onChange={(secret) => setAt(index, { ...header, secret: secret ?? '' })}
                  />
                </div>
              ) : (
                <TokenField
                  label={t('webhooks.value')}
                  value={header.value}
                  error={problemAt(`headers[${index}].value`)}
                  onChange={(value) => setAt(index, { ...header, value })}
                />
              )}
              <ActionIcon
                variant="subtle"
                color="red"
                mb={4}
                aria-label={t('webhooks.removeValue', { name: header.name })}
                onClick={() =>
                  onChange({ ...draft, headers: headers.filter((_, at) => at !== index) })
                }
              >
                <IconTrash size={18} />
              </ActionIcon>
            </Group>
          );
        })}
        <Group gap="xs">
          <Button
            size="xs"
            variant="light"
            leftSection={<IconPlus size={14} />}
            onClick={() => add({ name: '', value: '' })}
          >
            {t('webhooks.addHeader')}
          </Button>
          <Button
            size="xs"
            variant="light"
            leftSection={<IconPlus size={14} />}
            onClick={() => add({ name: '', secret: '' })}
          >
            {t('webhooks.addSecretHeader')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
