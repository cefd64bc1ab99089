import { Autocomplete, Fieldset, Group, Select, Stack, Text } from '@mantine/core';
import {
  bodyEncodings,
  bodySchema,
  type WebhookBody,
  type WebhookInput,
} from '../../../shared/model/webhook.ts';
import { acefoneVariables } from '../../../shared/webhooks/acefone-variables.ts';
import { dateFormats } from '../../../shared/templates/format-value.ts';
import { unsetChoices } from '../../../shared/templates/fill-text.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { NamedValues } from '../../ui/named-values.tsx';
import { useText } from '../../i18n/use-text.ts';

interface BodyFieldsProps {
  readonly draft: WebhookInput;
  readonly problemAt: (path: string) => string | undefined;
  readonly onChange: (draft: WebhookInput) => void;
}

const kinds = ['fields', 'template', 'acefone', 'callvoip', 'none'] as const;

/** The request body, and how dates and missing values are written. */
export function BodyFields({ draft, problemAt, onChange }: BodyFieldsProps) {
  const t = useText();
  const setBody = (body: WebhookBody): void => onChange({ ...draft, body });
  return (
    <Fieldset legend={t('webhooks.body')}>
      <Stack gap="sm">
        <Select
          label={t('webhooks.bodyKind')}
          allowDeselect={false}
          data={kinds.map((kind) => ({ value: kind, label: t(`webhooks.bodyKinds.${kind}`) }))}
          value={draft.body.kind}
          onChange={(kind) => {
            const body = bodySchema.safeParse(emptyBody(kind));
            if (body.success) setBody(body.data);
          }}
        />
        <KindFields draft={draft} problemAt={problemAt} onChange={setBody} />
        <Group grow align="flex-start">
          <Select
            label={t('webhooks.dateFormat')}
            allowDeselect={false}
            data={dateFormats.map((value) => ({
              value,
              label: t(`webhooks.dateFormats.${value}`),
            }))}
            value={draft.dates.format}
            onChange={(value) => {
              const format = dateFormats.find((one) => one === value);
              if (format !== undefined) onChange({ ...draft, dates: { ...draft.dates, format } });
            }}
          />
          <Autocomplete
            label={t('webhooks.zone')}
            placeholder={t('webhooks.zoneHint')}
            data={['IST', 'UTC', 'Europe/Amsterdam', 'Europe/Istanbul', 'America/New_York']}
            value={draft.dates.zone}
            error={problemAt('dates.zone')}
            onChange={(zone) => onChange({ ...draft, dates: { ...draft.dates, zone } })}
          />
          <Select
            label={t('webhooks.whenUnset')}
            allowDeselect={false}
            data={unsetChoices.map((value) => ({ value, label: t(`webhooks.unset.${value}`) }))}
            value={draft.whenUnset}
            onChange={(value) => {
              const whenUnset = unsetChoices.find((one) => one === value);
              if (whenUnset !== undefined) onChange({ ...draft, whenUnset });
            }}
          />
        </Group>
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

interface KindFieldsProps extends Omit<BodyFieldsProps, 'onChange'> {
  readonly onChange: (body: WebhookBody) => void;
}

function KindFields({ draft, problemAt, onChange }: KindFieldsProps) {
  const t = useText();
  const { body } = draft;
  switch (body.kind) {
    case 'none':
    case 'callvoip':
      return null;
    case 'template':
      return (
        <TemplateField
          group={draft.group}
          value={body.template}
          problem={problemAt('body.template')}
          onChange={(template) => onChange({ ...body, template })}
        />
      );
    case 'fields':
      return (
        <>
          <EncodingField body={body} onChange={onChange} />
          <NamedValues
            label={t('webhooks.fields')}
            values={body.fields}
            problemAt={(index, part) => problemAt(`body.fields[${index}].${part}`)}
            onChange={(fields) => onChange({ ...body, fields })}
          />
        </>
      );
    case 'acefone':
      return (
        <>
          <EncodingField body={body} onChange={onChange} />
          <Text size="xs" c="dimmed">
            {acefoneVariables(body.trigger)
              .map(({ key }) => key)
              .join(', ')}
          </Text>
          <NamedValues
            label={t('webhooks.extra')}
            values={body.extra}
            problemAt={(index, part) => problemAt(`body.extra[${index}].${part}`)}
            onChange={(extra) => onChange({ ...body, extra })}
          />
        </>
      );
  }
}

type EncodedBody = Extract<WebhookBody, { encoding: string }>;

function EncodingField(props: { body: EncodedBody; onChange: (body: WebhookBody) => void }) {
  const t = useText();
  return (
    <Select
      label={t('webhooks.encoding')}
      allowDeselect={false}
      data={bodyEncodings.map((value) => ({ value, label: t(`webhooks.encodings.${value}`) }))}
      value={props.body.encoding}
      onChange={(value) => {
        const encoding = bodyEncodings.find((one) => one === value);
        if (encoding !== undefined) props.onChange({ ...props.body, encoding });
      }}
    />
  );
}

interface TemplateFieldProps {
  readonly group: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (id: string) => void;
}

/** Only the templates that this webhook's group may use. */
function TemplateField({ group, value, problem, onChange }: TemplateFieldProps) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
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
      data={usable.map(({ id, name }) => ({ value: id, label: name }))}
      value={usable.some(({ id }) => id === value) ? value : null}
      error={problem}
      onChange={(id) => {
        if (id !== null) onChange(id);
      }}
    />
  );
}
