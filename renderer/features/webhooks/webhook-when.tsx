import { Badge, Fieldset, Group, MultiSelect, Select, Stack, Switch, Text } from '@mantine/core';
import { acefoneTriggers } from '../../../shared/dialects/acefone-triggers.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import { changeWhen } from '../../ui/usual-agent.ts';
import { useSystems, WhenField } from '../../ui/when-field.tsx';
import { OtherWhen } from './other-when.tsx';
import { setBody, type WebhookForm } from './webhook-form.ts';
import { CampaignsField, PressedKeysField } from '../../ui/call-filter-field.tsx';
import { OutboundTypesField } from '../../ui/outbound-types-field.tsx';
import { NumbersField } from '../../ui/numbers-field.tsx';
import { AgentChoice } from '../../ui/agent-choice.tsx';
import { useText } from '../../i18n/use-text.ts';

interface WebhookWhenProps {
  readonly form: WebhookForm;
  readonly newRule: () => Rule;
}

const deprecated: ReadonlySet<string> = new Set(
  acefoneTriggers.flatMap((one) => (one.deprecated === true ? [one.name] : [])),
);

/** When a webhook is sent: Acefone's trigger or any stage, with that system's filters. */
export function WebhookWhen({ form, newRule }: WebhookWhenProps) {
  const t = useText();
  const { body } = form.values.webhook;
  const [rule] = form.values.rules;
  const systems = useSystems();
  const isSent = rule !== undefined;
  const isDeprecated = body.kind === 'acefone' && deprecated.has(body.trigger);
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
            description={isDeprecated ? t('rules.deprecatedHint') : undefined}
            renderOption={({ option }) => <TriggerOption name={option.value} />}
            {...form.getInputProps('webhook.body.trigger')}
            onChange={(trigger: string | null) => {
              if (trigger !== null) setBody(form, { ...body, trigger }, systems);
            }}
          />
        )}
        {rule !== undefined && body.kind === 'acefone' && (
          <OtherWhen
            rule={rule}
            trigger={body.trigger}
            onWait={() => setBody(form, body, systems)}
          />
        )}
        {rule !== undefined && body.kind !== 'acefone' && (
          <WhenField
            label={t('rules.stage')}
            {...form.getInputProps('rules.0.when')}
            onChange={(when) => changeWhen(form, 'rules.0', rule, when, systems)}
          />
        )}
        {rule !== undefined && <WhichFields form={form} rule={rule} />}
      </Stack>
    </Fieldset>
  );
}

function TriggerOption({ name }: { name: string }) {
  const t = useText();
  return (
    <Group gap="xs">
      <Text size="sm">{name}</Text>
      {deprecated.has(name) && (
        <Badge size="xs" color="yellow" variant="light">
          {t('rules.deprecated')}
        </Badge>
      )}
    </Group>
  );
}

function WhichFields({ form, rule }: { form: WebhookForm; rule: Rule }) {
  const t = useText();
  const {
    when,
    which: { agent },
  } = rule;
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
        <OutboundTypesField
          form={form}
          at="rules.0.which.outboundTypes"
          value={rule.which.outboundTypes}
        />
        <NumbersField form={form} at="rules.0.which.calledNumbers" label={t('webhooks.numbers')} />
      </Group>
      <Group grow align="flex-start">
        <CampaignsField form={form} at="rules.0.which.campaigns" />
        <PressedKeysField form={form} at="rules.0.which.pressedKeys" />
      </Group>
      <AgentChoice form={form} at="rules.0.which" agent={agent} when={when} />
    </>
  );
}
