import { triggerInfo, triggersOf } from '../../shared/dialects/triggers.ts';
import type { Rule, RuleAgent } from '../../shared/model/rule.ts';
import type { When } from '../../shared/model/rule-when.ts';
import type { FieldsForm } from '../forms/use-command-form.ts';

/** Whether no payload of a trigger names an agent. */
export const namesNoAgent = (when: When): boolean =>
  'trigger' in when && triggerInfo(when.trigger)?.namesNoAgent === true;

/** The choice with which a rule runs at all. @param systems dialects of the configured sources */
export function usualAgent(when: When, systems: readonly string[]): RuleAgent {
  const neverNamed = (system: string): boolean => {
    const triggers = triggersOf(system);
    return triggers.length > 0 && triggers.every((one) => one.namesNoAgent === true);
  };
  const isNever = namesNoAgent(when) || (systems.length > 0 && systems.every(neverNamed));
  return isNever ? 'any' : 'mine';
}

/** Another trigger in a rule's form: the usual choice follows it, what somebody chose stays. */
export function changeWhen(
  form: Pick<FieldsForm, 'setFieldValue'>,
  at: string,
  { when: before, which: { agent } }: Rule,
  when: When,
  systems: readonly string[],
): void {
  form.setFieldValue(`${at}.when`, when);
  if (agent !== usualAgent(before, systems)) return;
  form.setFieldValue(`${at}.which.agent`, usualAgent(when, systems));
}
