import { Fieldset, Group, MultiSelect, Select, Stack, Switch, TagsInput } from '@mantine/core';
import { acefoneTriggers } from '../../../shared/dialects/acefone-triggers.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import { WhenField } from '../../ui/when-field.tsx';
import { setBody, type WebhookForm } from './webhook-form.ts';
import { useText } from '../../i18n/use-text.ts';

interface WebhookWhenProps {
  readonly form: WebhookForm;
  readonly newRule: () => Rule;
}

/** Acefone's three, as the calls carry them. */
const outboundTypes = ['click_to_call', 'broadcast', 'dialer'];

/** When a webhook is sent: Acefone's trigger or any stage, with that system's filters. */
export function WebhookWhen({ form, newRule }: WebhookWhenProps) {
  const t = useText();
  const { body } = form.values.webhook;
  const isSent = form.values.rules.length > 0;
  return (
    <Fieldset legend={t('webhooks.when')}>
      <Stack gap="sm">
        <Switch
          label={t('webhooks.isSent')}
          checked={isSent}
          onChange={(event) =>
            form.setFieldValue('rules', event.currentTarget.checked ? [newRule()] : [])
          }
        />
        {body.kind === 'acefone' && (
          <Select
            label={t('webhooks.trigger')}
            searchable
            allowDeselect={false}
            data={acefoneTriggers.map(({ name }) => name)}
            {...form.getInputProps('webhook.body.trigger')}
            onChange={(trigger: string | null) => {
              if (trigger !== null) setBody(form, { ...body, trigger });
            }}
          />
        )}
        {isSent && body.kind !== 'acefone' && (
          <WhenField label={t('rules.stage')} {...form.getInputProps('rules.0.when')} />
        )}
        {isSent && <WhichFields form={form} />}
      </Stack>
    </Fieldset>
  );
}

function WhichFields({ form }: { form: WebhookForm }) {
  const t = useText();
  const isAny = form.values.rules[0]?.which.agent === 'any';
  return (
    <>
      <Group grow align="flex-start">
        <MultiSelect
          label={t('webhooks.callType')}
          placeholder={t('webhooks.callTypeHint')}
          data={(['inbound', 'outbound'] as const).map((value) => ({
            value,
            label: t(`direction.${value}`),
          }))}
          {...form.getInputProps('rules.0.which.directions', { empty: [] })}
        />
        <TagsInput
          label={t('webhooks.outboundType')}
          data={outboundTypes}
          {...form.getInputProps('rules.0.which.outboundTypes', { empty: [] })}
        />
        <TagsInput
          label={t('webhooks.numbers')}
          placeholder={t('webhooks.numbersHint')}
          {...form.getInputProps('rules.0.which.calledNumbers', { empty: [] })}
        />
      </Group>
      <Switch
        label={t('popupForm.agentAny')}
        description={isAny ? t('rules.everyDeskSends') : undefined}
        checked={isAny}
        onChange={(event) =>
          form.setFieldValue('rules.0.which.agent', event.currentTarget.checked ? 'any' : 'mine')
        }
      />
    </>
  );
}
