import type { RuleableEvent } from '../model/call-event.ts';
import { endStages } from '../model/stage.ts';

/**
 * Which offer of the call to an agent an event belongs to. Where the source gives no offer id, each ring
 * after the end of this agent's leg (missed, or handed on and come back) begins the next one, so a call that
 * rings here again pops again.
 *
 * @param endedLegs how often this call ended for this agent before
 * @param lastOffer what the last ring gave; undefined where none came
 */
export function offerOf(
  event: RuleableEvent,
  endedLegs: number,
  lastOffer: string | undefined,
): string {
  if (event.offerId !== undefined) return event.offerId;
  return event.stage === 'ringing' ? `#${endedLegs}` : (lastOffer ?? '#0');
}

/** Whether an event says that the call is over for the one agent it names. */
export const endsLeg = (event: RuleableEvent): boolean =>
  event.kind === 'call.state' &&
  (event.stage === 'missed' || (event.scope === 'agent' && endStages.has(event.stage)));

/**
 * Under these the ends of one call's legs at one agent, and its offers, are claimed. They are kept with the
 * claims, so that after a restart the next ring is still known as a new offer.
 *
 * @param agentKey of the current agent, or of the one the event names
 */
export const legEndPrefix = (event: RuleableEvent, agentKey: string): string =>
  prefixOf('end', event, agentKey);

export const legEndKey = (event: RuleableEvent, agentKey: string): string =>
  `${legEndPrefix(event, agentKey)},${JSON.stringify(event.id)}]`;

export const offerPrefix = (event: RuleableEvent, agentKey: string): string =>
  prefixOf('offer', event, agentKey);

export const offerKey = (event: RuleableEvent, agentKey: string, offer: string): string =>
  `${offerPrefix(event, agentKey)},${JSON.stringify(offer)}]`;

const prefixOf = (kind: string, event: RuleableEvent, agentKey: string): string =>
  JSON.stringify([kind, event.source, event.linkedCallId, agentKey]).slice(0, -1);

/** One popup per source, linked call, offer, agent, rule and stage. */
export const dedupeKey = (
  event: RuleableEvent,
  offer: string,
  agentKey: string,
  ruleId: string,
): string =>
  JSON.stringify([event.source, event.linkedCallId, offer, agentKey, ruleId, event.stage]);
