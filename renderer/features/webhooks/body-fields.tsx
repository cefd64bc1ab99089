import { Autocomplete, Checkbox, Fieldset, Select, SimpleGrid, Stack } from '@mantine/core';
import { bodyEncodings, bodySchema, type WebhookBody } from '../../../shared/model/webhook.ts';
import { acefoneVariables } from '../../../shared/webhooks/acefone-variables.ts';
import { dateFormats, phoneFormats } from '../../../shared/templates/format-value.ts';
import { unsetChoices } from '../../../shared/templates/fill-text.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { templateOptions } from '../templates/template-groups.ts';
import { NamedValues } from './named-values.tsx';
import { setBody, type WebhookForm } from './webhook-form.ts';
import { useText } from '../../i18n/use-text.ts';

const kinds = ['fields', 'template', 'acefone', 'callvoip', 'none'] as const;

/** The request body, and how dates and missing values are written. */
export function BodyFields({ form }: { form: WebhookForm }) {
  const t = useText();
  return (
    <Fieldset legend={t('webhooks.body')}>
      <Stack gap="sm">
        <Select
          label={t('webhooks.bodyKind')}
          allowDeselect={false}
          data={kinds.map((kind) => ({ value: kind, label: t(`webhooks.bodyKinds.${kind}`) }))}
          {...form.getInputProps('webhook.body.kind')}
          onChange={(kind: string | null) => {
            const body = bodySchema.safeParse(emptyBody(kind));
            if (body.success) setBody(form, body.data);
          }}
        />
        <KindFields form={form} />
        <WritingFields form={form} />
      </Stack>
    </Fieldset>
  );
}

const emptyBody = (kind: string | null): unknown => {
  switch (kind) {
    case 'acefone':
      return { kind, trigger: 'Call received on Server', encoding: 'form' };
    case 'fields':
      return { kind, fields: [] };
    case 'template':
      return { kind, template: 'choose' };
    default:
      return { kind };
  }
};

function WritingFields({ form }: { form: WebhookForm }) {
  const t = useText();
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
      <Select
        label={t('webhooks.dateFormat')}
        allowDeselect={false}
        data={dateFormats.map((value) => ({ value, label: t(`webhooks.dateFormats.${value}`) }))}
        {...form.getInputProps('webhook.dates.format')}
      />
      <Autocomplete
        label={t('webhooks.zone')}
        placeholder={t('webhooks.zoneHint')}
        data={['IST', 'UTC', 'Europe/Amsterdam', 'Europe/Istanbul', 'America/New_York']}
        {...form.getInputProps('webhook.dates.zone')}
      />
      <Select
        label={t('webhooks.numberFormat')}
        placeholder={t('format.asIs')}
        clearable
        data={phoneFormats.map((value) => ({ value, label: t(`format.${value}`) }))}
        {...form.getInputProps('webhook.numbers', { empty: null })}
      />
      <Select
        label={t('webhooks.whenUnset')}
        allowDeselect={false}
        data={unsetChoices.map((value) => ({ value, label: t(`webhooks.unset.${value}`) }))}
        {...form.getInputProps('webhook.whenUnset')}
      />
    </SimpleGrid>
  );
}

function KindFields({ form }: { form: WebhookForm }) {
  const t = useText();
  const { body } = form.values.webhook;
  switch (body.kind) {
    case 'none':
    case 'callvoip':
      return null;
    case 'template':
      return <TemplateField form={form} value={body.template} />;
    case 'fields':
      return (
        <>
          <EncodingField form={form} />
          <NamedValues
            form={form}
            list="webhook.body.fields"
            label={t('webhooks.fields')}
            values={body.fields}
          />
        </>
      );
    case 'acefone':
      return (
        <>
          <EncodingField form={form} />
          <VariableBoxes form={form} body={body} />
          <NamedValues
            form={form}
            list="webhook.body.extra"
            label={t('webhooks.extra')}
            values={body.extra}
          />
        </>
      );
  }
}

type AcefoneBody = Extract<WebhookBody, { kind: 'acefone' }>;

/** Each variable of the trigger, chosen or left out. */
function VariableBoxes({ form, body }: { form: WebhookForm; body: AcefoneBody }) {
  const t = useText();
  const keys = acefoneVariables(body.trigger).map(({ key }) => key);
  return (
    <Checkbox.Group
      label={t('webhooks.variables')}
      value={keys.filter((key) => !body.leaveOut.includes(key))}
      onChange={(chosen) =>
        form.setFieldValue(
          'webhook.body.leaveOut',
          keys.filter((key) => !chosen.includes(key)),
        )
      }
    >
      <SimpleGrid cols={3} spacing="xs" mt={4}>
        {keys.map((key) => (
          <Checkbox key={key} size="xs" value={key} label={key} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}

function EncodingField({ form }: { form: WebhookForm }) {
  const t = useText();
  return (
    <Select
      label={t('webhooks.encoding')}
      allowDeselect={false}
      data={bodyEncodings.map((value) => ({ value, label: t(`webhooks.encodings.${value}`) }))}
      {...form.getInputProps('webhook.body.encoding')}
    />
  );
}

/** Only the templates that this webhook's group may use. */
function TemplateField({ form, value }: { form: WebhookForm; value: string }) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const { group } = form.values.webhook;
  const usable = config.templates.filter(
    (template) => template.group === '' || template.group === group,
  );
  return (
    <Select
      label={t('webhooks.template')}
      searchable
      required
      allowDeselect={false}
      placeholder={usable.length === 0 ? t('webhooks.noTemplate') : undefined}
      data={templateOptions(usable, t)}
      {...form.getInputProps('webhook.body.template')}
      value={usable.some(({ id }) => id === value) ? value : null}
    />
  );
}
