import { Fieldset, Group, MultiSelect, Stack, Switch, TagsInput } from '@mantine/core';
import { ConditionFields } from '../../ui/condition/condition-fields.tsx';
import { CampaignsField, PressedKeysField, QueuesField } from '../../ui/call-filter-field.tsx';
import { OutboundTypesField } from '../../ui/outbound-types-field.tsx';
import { NumbersField } from '../../ui/numbers-field.tsx';
import { AgentChoice } from '../../ui/agent-choice.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { RuleForm } from './rule-form.ts';

const directions = ['inbound', 'outbound', 'internal'] as const;
const hintLast = ['label', 'input', 'description', 'error'] as const;

/** For which calls. Every filter that is empty lets all calls pass. */
export function RuleFilters({ form }: { form: RuleForm }) {
  const t = useText();
  return (
    <Fieldset legend={t('rules.which')}>
      <Stack gap="sm">
        <AgentFields form={form} />
        <Group grow align="flex-start">
          <QueuesField
            form={form}
            at="rule.which.queues"
            label={t('rules.queues')}
            hint={t('rules.hints.queues')}
          />
          <NumbersField
            form={form}
            at="rule.which.calledNumbers"
            label={t('rules.calledNumbers')}
          />
        </Group>
        <Group grow align="flex-start">
          <MultiSelect
            label={t('rules.directions')}
            description={t('rules.hints.directions')}
            inputWrapperOrder={[...hintLast]}
            data={directions.map((value) => ({ value, label: t(`direction.${value}`) }))}
            {...form.getInputProps('rule.which.directions', { empty: [] })}
          />
          <OutboundTypesField
            form={form}
            at="rule.which.outboundTypes"
            value={form.values.rule.which.outboundTypes}
          />
        </Group>
        <Group grow align="flex-start">
          <CampaignsField form={form} at="rule.which.campaigns" />
          <PressedKeysField form={form} at="rule.which.pressedKeys" />
        </Group>
        <Switch
          label={t('rules.internal')}
          {...form.getInputProps('rule.which.internal', { type: 'checkbox' })}
        />
        <Fieldset legend={t('rules.condition')}>
          <ConditionFields
            form={form}
            at="rule.which.condition"
            condition={form.values.rule.which.condition}
          />
        </Fieldset>
      </Stack>
    </Fieldset>
  );
}

/** Whose calls; certain agents only where it is not just the own ones. */
function AgentFields({ form }: { form: RuleForm }) {
  const t = useText();
  const { which, when } = form.values.rule;
  return (
    <Group grow align="flex-start">
      <AgentChoice form={form} at="rule.which" agent={which.agent} when={when} />
      {which.agent === 'any' && (
        <TagsInput
          label={t('rules.agents')}
          description={t('rules.hints.agents')}
          inputWrapperOrder={[...hintLast]}
          {...form.getInputProps('rule.which.agents', { empty: [] })}
        />
      )}
    </Group>
  );
}
