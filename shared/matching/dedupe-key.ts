import { z } from 'zod';
import { isSameLeg } from '../calls/order-events.ts';
import type { RuleableEvent } from '../model/call-event.ts';
import type { JsonValue } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { triggerInfo } from '../dialects/triggers.ts';
import type { Rule } from '../model/rule.ts';
import { endStages, type Stage } from '../model/stage.ts';

/**
 * Which offer of the call to an agent an event belongs to. Where the source gives no offer id, each ring
 * after this agent's last leg ended (missed, or handed on and come back) begins the next one, so a call that
 * rings here again pops again.
 *
 * @param endings how often the call ended for this agent before
 * @param lastOffer what the last ring gave; undefined where none came
 */
export function offerOf(
  event: RuleableEvent,
  endings: number,
  lastOffer: string | undefined,
): string {
  if (event.offerId !== undefined) return event.offerId;
  return event.stage === 'ringing' ? `#${endings}` : (lastOffer ?? '#0');
}

/** Whether an event is the end of an agent's leg, or of the call as a missed one. */
export const endsLeg = (event: RuleableEvent): boolean =>
  event.kind === 'call.state' &&
  (event.stage === 'missed' || (event.scope === 'agent' && endStages.has(event.stage)));

/**
 * Under these a call's ends at one agent, and its offers, are claimed. They are kept with the claims, so that after a
 * restart the next ring is still known as a new offer.
 *
 * @param agentKey of the current agent, or of the one the event names
 */
export const endingPrefix = (callKey: string, agentKey: string): string =>
  prefixOf('end', callKey, agentKey);

export const endingKey = (callKey: string, agentKey: string, eventId: string): string =>
  `${endingPrefix(callKey, agentKey)},${JSON.stringify(eventId)}]`;

export const offerPrefix = (callKey: string, agentKey: string): string =>
  prefixOf('offer', callKey, agentKey);

export const offerKey = (callKey: string, agentKey: string, offer: string): string =>
  `${offerPrefix(callKey, agentKey)},${JSON.stringify(offer)}]`;

const prefixOf = (kind: string, callKey: string, agentKey: string): string =>
  JSON.stringify([kind, callKey, agentKey]).slice(0, -1);

interface Claimed {
  readonly callKey: string;
  readonly offer: string;
  readonly agentKey: string;
  readonly rule: Pick<Rule, 'id' | 'when'>;
}

/** As `offerClaim` and `momentClaim` make them. */
const claimSchema = z.tuple([z.string(), z.unknown(), z.unknown(), z.unknown(), z.unknown()]);

/**
 * The call that a rule's claim is for. Undefined for the ends and offers kept with the claims, and for what is claimed at each
 * occasion: its offer is claimed too.
 */
export function callOfClaim(key: string): string | undefined {
  const parsed = parseJson(key);
  const claim = claimSchema.safeParse(parsed.ok ? parsed.value : undefined);
  return claim.success ? claim.data[0] : undefined;
}

/** What a rule does once an offer, as opening a popup: call, offer, agent, rule, and what it waits for. */
export const offerClaim = (event: RuleableEvent, claimed: Claimed): string =>
  JSON.stringify([
    claimed.callKey,
    claimed.offer,
    claimed.agentKey,
    claimed.rule.id,
    waitedFor(event, claimed.rule),
  ]);

/** A trigger apart from its stage: the same call can pass several IVRs, and each is news. */
function waitedFor({ stage, call }: RuleableEvent, { when }: Claimed['rule']): JsonValue {
  if (!('trigger' in when)) return stage;
  const { system } = when.trigger;
  const info = triggerInfo(when.trigger);
  const { routeId, routeName, queueId, queueName } = call.fields;
  const place = { route: routeId ?? routeName, queue: queueId ?? queueName };
  return [
    system,
    info?.name ?? when.trigger.name,
    (info?.passes === undefined ? undefined : place[info.passes]) ?? '',
  ];
}

/**
 * What a rule does once a call: its beginning is its first event, for whichever agent that is.
 *
 * @param agentKey of the current agent, where the rule is for that one alone
 */
export const momentClaim = (callKey: string, agentKey: string, { id, when }: Rule): string =>
  JSON.stringify([callKey, 'moment', 'moment' in when ? when.moment : '', agentKey, id]);

/** These can happen several times in one offer, and a rule that waits for them wants to know of each. */
const repeatable: ReadonlySet<Stage> = new Set<Stage>(['held', 'transferred']);

/**
 * What a rule does as often as its stage comes: each key, each hold, each result.
 *
 * @returns undefined where the stage comes once an offer
 */
export function occasionClaim(
  event: RuleableEvent,
  events: readonly RuleableEvent[],
  claimed: Claimed,
): string | undefined {
  if (event.kind === 'call.state' && !repeatable.has(event.stage)) return undefined;
  return JSON.stringify([offerClaim(event, claimed), occasionOf(event, events)]);
}

/** The id of the event with which the leg came into this stage: the same state told again is no second hold. */
function occasionOf(event: RuleableEvent, events: readonly RuleableEvent[]): string {
  if (event.kind === 'call.fact') return event.id;
  const place = events.findIndex(({ id }) => id === event.id);
  const ofLeg = events
    .slice(0, place + 1)
    .filter((one) => one.kind === 'call.state' && isSameLeg(one, event));
  const other = ofLeg.findLastIndex(({ stage }) => stage !== event.stage);
  return ofLeg[other + 1]?.id ?? event.id;
}
