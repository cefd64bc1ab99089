import { compareAgents, type AgentIdentity, type AgentRef } from '../model/agent-identity.ts';
import type { RuleableEvent } from '../model/call-event.ts';
import type { CallData } from '../model/call-fields.ts';
import { outboundTypeKey } from '../model/outbound-type.ts';
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
  /** ISO 3166: the country of the source's numbers, where it is set. */
  readonly country?: string | undefined;
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
    if (!isSet(agents)) return undefined;
    return agentsOf(input.event).some((agent) => isAmong(agents, agent))
      ? undefined
      : notNamed(input.event);
  }
  if (input.agent === undefined) return { code: 'no-agent-set' };
  if (isMine(input, input.agent)) return undefined;
  if (rule.which.agent === 'mine' || input.event.agent !== undefined) return notNamed(input.event);
  return serves(input.agent, input) ? undefined : { code: 'not-served' };
}

const agentsOf = ({ agent, agents }: RuleableEvent): readonly AgentRef[] =>
  agents ?? (agent === undefined ? [] : [agent]);

const notNamed = ({ agent }: RuleableEvent): SkipReason => ({
  code: agent === undefined ? 'no-agent-named' : 'other-agent',
});

/** Whether a call is in a queue, on a number or in a campaign of an agent's. */
const serves = (
  { queues, numbers, campaigns }: AgentIdentity,
  { call, country }: Pick<MatchInput, 'call' | 'country'>,
): boolean =>
  isQueueIn(queues ?? [], call) ||
  hasNumber(numbers ?? [], call.fields.calledNumber, country) ||
  isListed(campaigns ?? [], [call.fields.campaignName, call.fields.campaignId]);

/** Whether an event is for the current agent. */
export function isMine(
  input: Pick<MatchInput, 'event' | 'call' | 'feedIsMine' | 'country'>,
  identity: AgentIdentity,
): boolean {
  const named = agentsOf(input.event).map((agent) => compareAgents(agent, identity));
  if (named.includes('same')) return true;
  // On a feed of one's own a colleague's leg (ring-all, a transfer) is still the colleague's.
  if (named.includes('other')) return false;
  if (input.feedIsMine) return true;
  if (named.length > 0) return false;
  // A waiting call has no agent yet: it concerns those who serve its queue, its number or its campaign.
  return input.event.stage === 'queued' && serves(identity, input);
}

function filterReason(
  which: Rule['which'],
  { call, moment, country }: MatchInput,
): SkipReason | undefined {
  const { direction, queueName, queueId, calledNumber } = call.fields;
  if (direction === 'internal' && !which.internal) return { code: 'internal-call' };
  if (isSet(which.queues) && !isQueueIn(which.queues, call)) {
    return { code: 'other-queue', queue: queueName ?? queueId, wanted: some(which.queues) };
  }
  if (isSet(which.directions) && !which.directions.some((allowed) => allowed === direction)) {
    return { code: 'other-direction', direction, wanted: some(which.directions) };
  }
  if (isSet(which.calledNumbers) && !hasNumber(which.calledNumbers, calledNumber, country)) {
    return { code: 'other-number', number: calledNumber, wanted: some(which.calledNumbers) };
  }
  const { campaignName, campaignId, dtmf, outboundType } = call.fields;
  if (isSet(which.campaigns) && !isListed(which.campaigns, [campaignName, campaignId])) {
    return {
      code: 'other-campaign',
      campaign: campaignName ?? campaignId,
      wanted: some(which.campaigns),
    };
  }
  if (isSet(which.pressedKeys) && !isListed(which.pressedKeys, [dtmf])) {
    return { code: 'other-key', key: dtmf, wanted: some(which.pressedKeys) };
  }
  if (isSet(which.outboundTypes) && !isTypeIn(which.outboundTypes, outboundType)) {
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

const isTypeIn = (types: readonly string[], type: string | undefined): boolean =>
  type !== undefined && isListed(types.map(outboundTypeKey), [outboundTypeKey(type)]);

/** By any identifier; a telephone number in any spelling. */
function isAmong(agents: readonly string[], agent: AgentRef): boolean {
  const { id, customId, email, extension, phone } = agent;
  return (
    isListed(agents, [id, customId, email, extension, phone]) ||
    agents.some((listed) => compareAgents({ extension: listed }, { ...agent, ...noIds }) === 'same')
  );
}

/** Leaves the telephone numbers of an agent. */
const noIds = { id: undefined, customId: undefined, email: undefined };

function hasNumber(
  numbers: readonly string[],
  called: string | undefined,
  country: string | undefined,
): boolean {
  return called !== undefined && numbers.some(sameNumberAs(called, country));
}
