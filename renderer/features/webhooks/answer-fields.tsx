import { Checkbox, Fieldset, Group, NumberInput, Stack, Switch, TagsInput } from '@mantine/core';
import { successCodeChoices, timeoutOf } from '../../../shared/model/webhook.ts';
import type { WebhookForm } from './webhook-form.ts';
import { useText } from '../../i18n/use-text.ts';

/** Which responses mean success, the timeout, and when a delivery expires. */
export function AnswerFields({ form }: { form: WebhookForm }) {
  const t = useText();
  const longest = timeoutOf({ body: form.values.webhook.body, timeoutSeconds: 60 });
  return (
    <Fieldset legend={t('webhooks.answer')}>
      <Stack gap="sm">
        <SuccessCodes form={form} />
        <OtherSuccessCodes form={form} />
        <Group grow align="flex-start">
          <NumberInput
            label={t('webhooks.timeout')}
            min={1}
            max={longest}
            {...form.getInputProps('webhook.timeoutSeconds')}
          />
          <NumberInput
            label={t('webhooks.expires')}
            description={t('webhooks.expiresHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            min={1}
            max={604_800}
            {...form.getInputProps('webhook.expiresAfter', { empty: '' })}
          />
        </Group>
        <Switch
          label={t('webhooks.followRedirects')}
          description={t('webhooks.followRedirectsHint')}
          {...form.getInputProps('webhook.followRedirects', { type: 'checkbox' })}
        />
        <Switch
          label={t('webhooks.stopOn4xx')}
          {...form.getInputProps('webhook.stopOn4xx', { type: 'checkbox' })}
        />
        <Switch
          label={t('webhooks.allowLocal')}
          {...form.getInputProps('webhook.allowLocal', { type: 'checkbox' })}
        />
      </Stack>
    </Fieldset>
  );
}

function SuccessCodes({ form }: { form: WebhookForm }) {
  const t = useText();
  return (
    <Checkbox.Group
      label={t('webhooks.success')}
      {...form.getInputProps('webhook.successCodes')}
      error={undefined}
      // Boxes know texts only, and give them in the order of the clicks.
      value={form.values.webhook.successCodes.map(String)}
      onChange={(values) =>
        form.setFieldValue('webhook.successCodes', [
          ...successCodeChoices.filter((code) => values.includes(String(code))),
          ...otherCodes(form),
        ])
      }
    >
      <Group mt={4}>
        {successCodeChoices.map((code) => (
          <Checkbox key={code} value={String(code)} label={String(code)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

const choices: readonly number[] = successCodeChoices;

const otherCodes = (form: WebhookForm): readonly number[] =>
  form.values.webhook.successCodes.filter((code) => !choices.includes(code));

/** Some receivers take the data and answer with a redirect. */
function OtherSuccessCodes({ form }: { form: WebhookForm }) {
  const t = useText();
  return (
    <TagsInput
      label={t('webhooks.otherSuccess')}
      placeholder="302"
      {...form.getInputProps('webhook.successCodes')}
      value={otherCodes(form).map(String)}
      onChange={(values) => {
        const { successCodes } = form.values.webhook;
        form.clearFieldError('webhook.successCodes');
        form.setFieldValue('webhook.successCodes', [
          ...successCodes.filter((code) => choices.includes(code)),
          ...new Set(values.filter((text) => /^\d{3}$/.test(text)).map(Number)),
        ]);
      }}
    />
  );
}
