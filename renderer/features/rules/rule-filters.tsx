import { Fieldset, Group, MultiSelect, Select, Stack, Switch, TagsInput } from '@mantine/core';
import { useState } from 'react';
import type { Rule } from '../../../shared/model/rule.ts';
import type { Problem } from '../../../shared/result.ts';
import { ConditionBuilder } from '../../ui/condition/condition-builder.tsx';
import { toCondition, toGroup } from '../../ui/condition/condition-draft.ts';
import { useText } from '../../i18n/use-text.ts';

interface RuleFiltersProps {
  readonly rule: Rule;
  readonly problems: readonly Problem[];
  readonly onChange: (rule: Rule) => void;
}

const directions = ['inbound', 'outbound', 'internal'] as const;
/** Acefone's three, in the spelling of its payloads; others can be typed. */
const outboundTypes = ['click_to_call', 'broadcast', 'dialer'];

/** For which calls. Every filter that is empty lets all calls pass. */
export function RuleFilters({ rule, problems, onChange }: RuleFiltersProps) {
  const t = useText();
  const { which } = rule;
  const set = (patch: Partial<Rule['which']>): void =>
    onChange({ ...rule, which: { ...which, ...patch } });
  const [group, setGroup] = useState(() => toGroup(which.condition));
  const patternProblem = problems.find(({ path }) =>
    path.startsWith('rule.which.condition'),
  )?.message;
  const tags = (
    name: 'queues' | 'calledNumbers' | 'campaigns' | 'outboundTypes',
    suggestions?: string[],
  ) => (
    <TagsInput
      label={t(`rules.${name}`)}
      description={t(`rules.hints.${name}`)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      clearable
      data={suggestions ?? []}
      value={[...(which[name] ?? [])]}
      onChange={(values) => set({ [name]: values.length === 0 ? undefined : values })}
    />
  );
  return (
    <Fieldset legend={t('rules.which')}>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <Select
            label={t('rules.agent')}
            data={[
              { value: 'mine', label: t('rules.agentMine') },
              { value: 'any', label: t('rules.agentAny') },
            ]}
            value={which.agent}
            allowDeselect={false}
            onChange={(agent) =>
              set({ agent: agent === 'any' ? 'any' : 'mine', agents: undefined })
            }
          />
          {which.agent === 'any' && (
            <TagsInput
              label={t('rules.agents')}
              description={t('rules.hints.agents')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={[...(which.agents ?? [])]}
              onChange={(agents) => set({ agents: agents.length === 0 ? undefined : agents })}
            />
          )}
        </Group>
        <Group grow align="flex-start">
          {tags('queues')}
          {tags('calledNumbers')}
        </Group>
        <Group grow align="flex-start">
          <MultiSelect
            label={t('rules.directions')}
            description={t('rules.hints.directions')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={directions.map((value) => ({ value, label: t(`direction.${value}`) }))}
            value={[...(which.directions ?? [])]}
            onChange={(values) => {
              const chosen = directions.filter((one) => values.includes(one));
              set({ directions: chosen.length === 0 ? undefined : chosen });
            }}
          />
          {tags('outboundTypes', outboundTypes)}
          {tags('campaigns')}
        </Group>
        <Switch
          label={t('rules.internal')}
          checked={which.internal}
          onChange={(event) => set({ internal: event.currentTarget.checked })}
        />
        <Fieldset legend={t('rules.condition')}>
          <ConditionBuilder
            group={group}
            problem={patternProblem && t(patternProblem)}
            onChange={(changed) => {
              setGroup(changed);
              set({ condition: toCondition(changed) });
            }}
          />
        </Fieldset>
      </Stack>
    </Fieldset>
  );
}
