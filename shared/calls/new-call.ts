import { isSameAgent } from '../model/agent-identity.ts';
import type { CallStateEvent, RuleableEvent } from '../model/call-event.ts';
import type { CallData } from '../model/call-fields.ts';
import { isAfter, isSameLeg } from './order-events.ts';
import { isLive, legsOf, type Leg } from './legs.ts';
import { colleaguesIn, isOtherCustomer } from './party.ts';

/** A queue that offers a missed call again does so within this time (milliseconds). */
const offeredAgainWithin = 10 * 60_000;
/** A call that is handed on rings at the next agent within this time after the first one's end (milliseconds). */
const handedOnWithin = 60_000;
/** What comes later after its call's end without a time of its own is no straggler (milliseconds). */
const stragglesWithin = 60_000;

/**
 * Whether an event begins another call under an id that is used again: PBXs count from one, and where a source names
 * no call the id is made of the two numbers. The end of a call ends its id; what happened before the end, and only
 * comes late, still belongs to it.
 *
 * @param events of the call that has the id, in order
 * @param data all that is known of that call
 */
export function beginsNewCall(
  event: RuleableEvent,
  events: readonly RuleableEvent[],
  data: CallData,
): boolean {
  if (event.kind !== 'call.state' || event.stage === 'wrapup') return false;
  const opens = event.stage === 'queued' || event.stage === 'ringing';
  const talks = event.stage === 'answered' || event.stage === 'bridged' || event.stage === 'active';
  const { legs, end } = legsOf(events);
  if (end !== undefined && (opens || talks)) return follows(event, end, events, opens);
  if (!opens) return isOfAnother(event, end ?? endOfAgent(event, legs));
  const isOther = isOtherCustomer(data, event.call, colleaguesIn(events));
  const agents = legs.filter(({ agent }) => agent !== undefined);
  if (agents.length === 0) return false;
  if (agents.some(isLive))
    return isOther && (talkedHere(event, agents) || rangLongAgo(event, agents));
  const last = lastOf(agents, events);
  return (
    follows(event, last.end ?? last.event, events, true) &&
    (isOther || !isOfferedOn(event, last, events))
  );
}

/** Whether an end, or a hold, is so long after the end of this agent's call that its beginning is still to come. */
const isOfAnother = (event: CallStateEvent, end: CallStateEvent | undefined): boolean =>
  end !== undefined &&
  event.untimed !== true &&
  end.untimed !== true &&
  gapOf(event, end) > (end.stage === 'missed' ? offeredAgainWithin : handedOnWithin);

/** What ended the call for the agent an event names; undefined where it goes on, or was none of this agent's. */
function endOfAgent(event: CallStateEvent, legs: readonly Leg[]): CallStateEvent | undefined {
  const { agent } = event;
  if (event.scope !== 'agent' || agent === undefined || legs.some(isLive)) return undefined;
  return legs.findLast((leg) => leg.agent !== undefined && isSameAgent(leg.agent, agent))?.end;
}

/** Whether an event comes after an end, not only late. */
function follows(
  event: CallStateEvent,
  end: CallStateEvent,
  events: readonly RuleableEvent[],
  opens: boolean,
): boolean {
  const after = isAfter(event, end);
  if (after !== undefined) return after;
  if (event.untimed === true || end.untimed === true) {
    return opens || event.receivedAt - end.receivedAt > stragglesWithin;
  }
  // In the same second: the end has its ring already, so this one is another.
  return opens && events.some((one) => one.stage === event.stage && isSameLeg(one, event));
}

/** A call does not ring where it is talked in: the end of the one before was lost. */
const talkedHere = (event: CallStateEvent, legs: readonly Leg[]): boolean =>
  legs.some(
    (leg) =>
      isLive(leg) &&
      leg.event.stage !== 'ringing' &&
      isAfter(event, leg.event) !== false &&
      event.agent !== undefined &&
      isSameLeg(leg.event, event),
  );

/** No call rings for so long: its end was lost. */
const rangLongAgo = (event: CallStateEvent, legs: readonly Leg[]): boolean =>
  legs.filter(isLive).every((leg) => gapOf(event, leg.event) > offeredAgainWithin);

/** All agents' legs have ended, but the caller may still be there: a queue offers again, an agent hands on. */
function isOfferedOn(event: CallStateEvent, last: Leg, events: readonly RuleableEvent[]): boolean {
  const end = last.end ?? last.event;
  const gap = gapOf(event, end);
  const states = events.filter((one) => one.agent !== undefined && isSameLeg(one, last.event));
  if (end.stage === 'missed' || states.some(({ stage }) => stage === 'transferred')) {
    return gap <= offeredAgainWithin;
  }
  const isAnother =
    event.agent === undefined || last.agent === undefined || !isSameAgent(event.agent, last.agent);
  return isAnother && gap <= handedOnWithin;
}

const gapOf = (event: CallStateEvent, end: CallStateEvent): number =>
  event.untimed === true || end.untimed === true
    ? event.receivedAt - end.receivedAt
    : event.occurredAt - end.occurredAt;

const lastOf = (
  legs: readonly [Leg, ...Leg[]] | readonly Leg[],
  events: readonly RuleableEvent[],
): Leg =>
  legs.reduce((last, leg) => (events.indexOf(leg.event) > events.indexOf(last.event) ? leg : last));
