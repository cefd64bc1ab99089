import { Button, Fieldset, Group, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { SecretField } from '../../ui/secret-field.tsx';
import type { WebhookFieldsProps } from './webhook-form.ts';
import { useText } from '../../i18n/use-text.ts';

/** 32 random bytes, as Standard Webhooks writes a key. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}

/** The signature after Standard Webhooks, with a key from before while receivers change over. */
export function SigningFields({ form, stored }: WebhookFieldsProps) {
  const t = useText();
  const isSigned = form.values.webhook.signing !== undefined;
  return (
    <Fieldset legend={t('webhooks.signing')}>
      <Stack gap="sm">
        <Switch
          label={t('webhooks.sign')}
          checked={isSigned}
          onChange={(event) =>
            form.setFieldValue(
              'webhook.signing',
              event.currentTarget.checked ? (stored.signing ?? { key: '' }) : undefined,
            )
          }
        />
        {isSigned && (
          <>
            <KeyField form={form} stored={stored} />
            <SecretField
              label={t('webhooks.signPrevious')}
              stored={stored.signing?.previous}
              {...form.getInputProps('webhook.signing.previous')}
            />
          </>
        )}
      </Stack>
    </Fieldset>
  );
}

function KeyField({ form, stored }: WebhookFieldsProps) {
  const t = useText();
  const [made, setMade] = useState<string | undefined>();
  const make = (): void => {
    const key = newKey();
    setMade(key);
    // The previous key keeps signing until the receiver has the new one.
    form.setFieldValue('webhook.signing', { key, previous: stored.signing?.key });
  };
  return (
    <>
      <Group align="flex-end" wrap="nowrap">
        <div style={{ flex: 1 }}>
          <SecretField
            label={t('webhooks.signKey')}
            stored={stored.signing?.key ?? ''}
            {...form.getInputProps('webhook.signing.key')}
          />
        </div>
        <Button variant="default" onClick={make}>
          {t('webhooks.generate')}
        </Button>
      </Group>
      {made !== undefined && (
        <Text size="sm" role="status">
          {t('webhooks.generated')} <code>{made}</code>
        </Text>
      )}
    </>
  );
}
