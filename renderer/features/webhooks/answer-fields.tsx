import { Button, Checkbox, Fieldset, Group, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import {
  successCodeChoices,
  type Webhook,
  type WebhookInput,
} from '../../../shared/model/webhook.ts';
import { SecretField } from '../../ui/secret-field.tsx';
import { useText } from '../../i18n/use-text.ts';

interface AnswerFieldsProps {
  readonly draft: WebhookInput;
  readonly stored: Webhook;
  readonly problemAt: (path: string) => string | undefined;
  readonly onChange: (draft: WebhookInput) => void;
}

/** Which responses mean success, the timeout, and when a delivery expires. */
export function AnswerFields({ draft, problemAt, onChange }: AnswerFieldsProps) {
  const t = useText();
  return (
    <Fieldset legend={t('webhooks.answer')}>
      <Stack gap="sm">
        <Checkbox.Group
          label={t('webhooks.success')}
          value={draft.successCodes.map(String)}
          error={problemAt('successCodes')}
          onChange={(values) =>
            onChange({
              ...draft,
              successCodes: successCodeChoices.filter((code) => values.includes(String(code))),
            })
          }
        >
          <Group mt={4}>
            {successCodeChoices.map((code) => (
              <Checkbox key={code} value={String(code)} label={String(code)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group grow align="flex-start">
          <NumberInput
            label={t('webhooks.timeout')}
            min={1}
            max={60}
            value={draft.timeoutSeconds}
            error={problemAt('timeoutSeconds')}
            onChange={(value) => onChange({ ...draft, timeoutSeconds: Number(value) })}
          />
          <NumberInput
            label={t('webhooks.expires')}
            description={t('webhooks.expiresHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            min={1}
            max={604_800}
            value={draft.expiresAfter ?? ''}
            error={problemAt('expiresAfter')}
            onChange={(value) => {
              const { expiresAfter: _before, ...rest } = draft;
              onChange(value === '' ? rest : { ...rest, expiresAfter: Number(value) });
            }}
          />
        </Group>
        <Switch
          label={t('webhooks.stopOn4xx')}
          checked={draft.stopOn4xx}
          onChange={(event) => onChange({ ...draft, stopOn4xx: event.currentTarget.checked })}
        />
        <Switch
          label={t('webhooks.allowLocal')}
          checked={draft.allowLocal}
          onChange={(event) => onChange({ ...draft, allowLocal: event.currentTarget.checked })}
        />
      </Stack>
    </Fieldset>
  );
}

/** 32 random bytes, as Standard Webhooks writes a key. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}

/** The signature after Standard Webhooks, with a key from before while receivers change over. */
export function SigningFields({ draft, stored, problemAt, onChange }: AnswerFieldsProps) {
  const t = useText();
  const [made, setMade] = useState<string | undefined>();
  const { signing, ...rest } = draft;
  return (
    <Fieldset legend={t('webhooks.signing')}>
      <Stack gap="sm">
        <Switch
          label={t('webhooks.sign')}
          checked={signing !== undefined}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked
                ? { ...rest, signing: stored.signing ?? { key: '' } }
                : rest,
            )
          }
        />
        {signing !== undefined && (
          <>
            <Group align="flex-end" wrap="nowrap">
              <div style={{ flex: 1 }}>
                <SecretField
                  label={t('webhooks.signKey')}
                  value={signing.key === '' ? undefined : signing.key}
                  stored={stored.signing?.key}
                  error={problemAt('signing.key')}
                  onChange={(key) =>
                    onChange({ ...draft, signing: { ...signing, key: key ?? '' } })
                  }
                />
              </div>
              <Button
                variant="default"
                onClick={() => {
                  const key = newKey();
                  setMade(key);
                  onChange({
                    ...draft,
                    signing: {
                      key,
                      // The previous key keeps signing until the receiver has the new one.
                      ...(stored.signing !== undefined && { previous: stored.signing.key }),
                    },
                  });
                }}
              >
                {t('webhooks.generate')}
              </Button>
            </Group>
            {made !== undefined && (
              <Text size="sm" role="status">
                {t('webhooks.generated')} <code>{made}</code>
              </Text>
            )}
            <SecretField
              label={t('webhooks.signPrevious')}
              value={signing.previous}
              stored={stored.signing?.previous}
              error={problemAt('signing.previous')}
              onChange={(previous) =>
                onChange({
                  ...draft,
                  signing: { key: signing.key, ...(previous !== undefined && { previous }) },
                })
              }
            />
          </>
        )}
      </Stack>
    </Fieldset>
  );
}
