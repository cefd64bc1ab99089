import { compareAgents, type AgentIdentity } from '../model/agent-identity.ts';
import type { RuleableEvent } from '../model/call-event.ts';
import type { CallData } from '../model/call-fields.ts';
import type { Rule } from '../model/rule.ts';
import type { SkipReason } from '../model/skip-reason.ts';
import { sameNumberAs } from '../numbers/same-number.ts';
import { comparableText } from '../text/fold-text.ts';
import { failingTest, matchCondition } from './match-condition.ts';
import { whenReason } from './match-when.ts';
import type { Moment } from './moment.ts';

export interface MatchInput {
  readonly event: RuleableEvent;
  /** The folded call with the event's own values on top. */
  readonly call: CallData;
  /** When the event happened. */
  readonly moment: Moment;
  readonly agent: AgentIdentity | undefined;
  /** True when everything on the event's source is for the current agent. */
  readonly feedIsMine: boolean;
  /** True when a later event says that this one no longer rings. */
  readonly isOver?: boolean | undefined;
  /** True when one of the agent's legs ended, and the agent is on the call with another. */
  readonly isOn?: boolean | undefined;
  /** False when others still ring or talk after this event. */
  readonly isCallOver?: boolean | undefined;
}

/** The first reason against firing; undefined when the rule fires. */
export function reasonToSkip(rule: Rule, input: MatchInput): SkipReason | undefined {
  const waits = whenReason(rule.when, input);
  if (waits !== undefined) return waits;
  if (!rule.enabled) return { code: 'switched-off' };
  return (
    agentReason(rule, input) ??
    filterReason(rule.which, input) ??
    (input.isOn === true ? { code: 'other-phone' } : undefined) ??
    ageReason(input)
  );
}

/** A call does not ring longer than this; what is older is history (seconds). */
const staleAfter = 120;

/** Seconds between happening and arriving, for an event that waited elsewhere; else 0. */
export const lateSeconds = (event: RuleableEvent): number =>
  event.waited === true ? Math.max(0, Math.round((event.receivedAt - event.occurredAt) / 1000)) : 0;

/** Younger than this an event is news, whatever it waited for (seconds). */
export const lateFrom = 2;

/**
 * Only what waited can be stale: else a clock that is wrong by minutes, here or at the source, would keep
 * every popup from coming.
 */
function ageReason({ event, isOver }: MatchInput): SkipReason | undefined {
  if (event.stage !== 'ringing' && event.stage !== 'queued') return undefined;
  const ageSeconds = lateSeconds(event);
  if (isOver === true) return { code: 'over', ageSeconds };
  return ageSeconds > staleAfter ? { code: 'stale', ageSeconds } : undefined;
}

function agentReason(rule: Rule, input: MatchInput): SkipReason | undefined {
  const { agents } = rule.which;
  if (rule.which.agent === 'any') {
    const { agent } = input.event;
    const listed = [agent?.id, agent?.customId, agent?.email, agent?.extension];
    return isSet(agents) && !isListed(agents, listed) ? { code: 'other-agent' } : undefined;
  }
  if (input.agent === undefined) return { code: 'no-agent-set' };
  return isMine(input, input.agent) ? undefined : { code: 'other-agent' };
}

/** Whether an event is for the current agent. */
export function isMine(
  input: Pick<MatchInput, 'event' | 'call' | 'feedIsMine'>,
  identity: AgentIdentity,
): boolean {
  const named = input.event.agent && compareAgents(input.event.agent, identity);
  if (named === 'same') return true;
  // On a feed of one's own a colleague's leg (ring-all, a transfer) is still the colleague's.
  if (named === 'other') return false;
  if (input.feedIsMine) return true;
  if (named !== undefined) return false;
  // A waiting call has no agent yet: it concerns those who serve its queue.
  return input.event.stage === 'queued' && isQueueIn(identity.queues ?? [], input.call);
}

function filterReason(which: Rule['which'], { call, moment }: MatchInput): SkipReason | undefined {
  const { direction, queueName, queueId, calledNumber } = call.fields;
  if (direction === 'internal' && !which.internal) return { code: 'internal-call' };
  if (isSet(which.queues) && !isQueueIn(which.queues, call)) {
    return { code: 'other-queue', queue: queueName ?? queueId, wanted: some(which.queues) };
  }
  if (isSet(which.directions) && !which.directions.some((allowed) => allowed === direction)) {
    return { code: 'other-direction', direction, wanted: some(which.directions) };
  }
  if (isSet(which.calledNumbers) && !hasNumber(which.calledNumbers, calledNumber)) {
    return { code: 'other-number', number: calledNumber, wanted: some(which.calledNumbers) };
  }
  const { campaignName, campaignId, outboundType } = call.fields;
  if (isSet(which.campaigns) && !isListed(which.campaigns, [campaignName, campaignId])) {
    return {
      code: 'other-campaign',
      campaign: campaignName ?? campaignId,
      wanted: some(which.campaigns),
    };
  }
  if (isSet(which.outboundTypes) && !isListed(which.outboundTypes, [outboundType])) {
    return { code: 'other-outbound-type', outboundType, wanted: some(which.outboundTypes) };
  }
  if (which.condition !== undefined && !matchCondition(which.condition, { call, moment })) {
    return { code: 'condition', ...failingTest(which.condition, { call, moment }) };
  }
  return undefined;
}

/** More names make no sentence. */
const mostNamed = 5;
const some = (list: readonly string[]): string[] => list.slice(0, mostNamed);

const isSet = <T>(list: readonly T[] | undefined): list is readonly T[] =>
  list !== undefined && list.length > 0;

const isQueueIn = (queues: readonly string[], { fields }: CallData): boolean =>
  isListed(queues, [fields.queueId, fields.queueName]);

function isListed(list: readonly string[], values: readonly (string | undefined)[]): boolean {
  const own = values.flatMap((text) => (text === undefined ? [] : [comparableText(text)]));
  return list.some((entry) => own.includes(comparableText(entry)));
}

function hasNumber(numbers: readonly string[], called: string | undefined): boolean {
  return called !== undefined && numbers.some(sameNumberAs(called));
}
