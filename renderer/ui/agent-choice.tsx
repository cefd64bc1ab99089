import { Select } from '@mantine/core';
import { ruleAgents, type RuleAgent } from '../../shared/model/rule.ts';
import type { When } from '../../shared/model/rule-when.ts';
import type { FieldsForm } from '../forms/use-command-form.ts';
import { useText } from '../i18n/use-text.ts';
import { namesNoAgent } from './usual-agent.ts';

interface AgentChoiceProps {
  readonly form: FieldsForm;
  /** Path of the rule's `which`. */
  readonly at: string;
  readonly agent: RuleAgent;
  readonly when: When;
}

/** Whose calls a rule is for, and what that means where the event names no agent. */
export function AgentChoice({ form, at, agent, when }: AgentChoiceProps) {
  const t = useText();
  const isNever = agent === 'mine' && namesNoAgent(when);
  const shown = form.getInputProps(`${at}.agent`);
  return (
    <Select
      label={t('rules.agent')}
      description={isNever ? t('rules.hints.agentNeverNamed') : t(`rules.hints.agent.${agent}`)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDeselect={false}
      data={ruleAgents.map((value) => ({ value, label: t(`rules.agentIs.${value}`) }))}
      {...shown}
      value={agent}
      onChange={(chosen) => {
        form.setFieldValue(`${at}.agent`, ruleAgents.find((one) => one === chosen) ?? agent);
        form.setFieldValue(`${at}.agents`, undefined);
      }}
    />
  );
}
