import { isClosedSystem, triggerInfo } from '../dialects/triggers.ts';
import type { SystemTrigger } from '../dialects/system-trigger.ts';
import { issueText } from '../text/message.ts';
import { outboundTypeKey, outboundTypeName } from './outbound-type.ts';
import type { When } from './rule-when.ts';

interface RuleParts {
  readonly when: When;
  readonly which: {
    readonly directions?: readonly string[] | undefined;
    readonly outboundTypes?: readonly string[] | undefined;
  };
}

interface RuleProblem {
  readonly path: readonly string[];
  readonly message: string;
}

/** What keeps a rule from ever running: a trigger that does not exist, or never on such calls. */
export function ruleProblems({ when, which }: RuleParts): RuleProblem[] {
  if (!('trigger' in when)) return [];
  const info = triggerInfo(when.trigger);
  if (info !== undefined) return [...directionProblem(info, which), ...typeProblem(info, which)];
  if (!isClosedSystem(when.trigger.system)) return [];
  const message = issueText('problem.rule.triggerUnknown', { name: when.trigger.name });
  return [{ path: ['when', 'trigger', 'name'], message }];
}

function directionProblem(
  { name, callTypes }: SystemTrigger,
  { directions = [] }: RuleParts['which'],
): RuleProblem[] {
  const [type, ...others] = callTypes ?? [];
  if (type === undefined || others.length > 0) return [];
  if (directions.length === 0 || directions.includes(type)) return [];
  const message = issueText('problem.rule.callType', { name, type });
  return [{ path: ['which', 'directions'], message }];
}

function typeProblem(
  { name, callTypes, outboundType }: SystemTrigger,
  { directions = [], outboundTypes = [] }: RuleParts['which'],
): RuleProblem[] {
  if (outboundTypes.length === 0) return [];
  const at = (message: string): RuleProblem[] => [{ path: ['which', 'outboundTypes'], message }];
  const goesOut = directions.length === 0 || directions.includes('outbound');
  if (callTypes?.includes('outbound') === false || !goesOut)
    return at(issueText('problem.rule.outboundTypeOfInbound'));
  const isMeant = outboundTypes.some((one) => outboundTypeKey(one) === outboundType);
  if (outboundType === undefined || isMeant) return [];
  return at(issueText('problem.rule.outboundType', { name, type: outboundTypeName(outboundType) }));
}
