import { isSameAgent, type AgentRef } from '../model/agent-identity.ts';
import type { CallStateEvent, RuleableEvent } from '../model/call-event.ts';
import { endStages, type CallStage } from '../model/stage.ts';

/** One connection of the call: an agent's desk phone, the same agent's mobile, a trunk. */
export interface Leg {
  readonly legId: string | undefined;
  /** Undefined where no event names whose it is. */
  readonly agent: AgentRef | undefined;
  /** What last changed it. */
  readonly event: CallStateEvent;
  /** What ended it, but for the work after it, which can be told much later. */
  readonly end?: CallStateEvent | undefined;
}

/** Where each leg of a call stands. */
export interface Legs {
  readonly legs: readonly Leg[];
  /** What was said last of the end of the call as a whole. */
  readonly whole?: CallStateEvent | undefined;
  /** What ended it, but for the work after it. */
  readonly end?: CallStateEvent | undefined;
}

const isEnd = (stage: CallStage): boolean => endStages.has(stage);
export const isLive = ({ event }: Leg): boolean => !isEnd(event.stage);
const isState = (event: RuleableEvent): event is CallStateEvent => event.kind === 'call.state';

/** @param events of one call, in order */
export const legsOf = (events: readonly RuleableEvent[]): Legs =>
  events.filter(isState).reduce<Legs>(withEvent, { legs: [] });

function withEvent(before: Legs, event: CallStateEvent): Legs {
  const { legs } = before;
  if (!isEnd(event.stage)) return { ...before, legs: changed(legs, event) };
  if (event.scope === 'agent' && event.agent !== undefined) {
    const agents = event.agents ?? [event.agent];
    return { ...before, legs: agents.reduce((now, one) => ended(now, event, one), legs) };
  }
  const leg = legs.find(
    (one) => isLive(one) && event.legId !== undefined && one.legId === event.legId,
  );
  return leg !== undefined && goesOnWithout(leg, legs)
    ? { ...before, legs: legs.map((one) => (one === leg ? over(one, event) : one)) }
    : {
        legs: legs.map((one) => (isLive(one) ? over(one, event) : one)),
        whole: event,
        end: endBy(event, before.end),
      };
}

const over = (leg: Leg, event: CallStateEvent): Leg => ({
  ...leg,
  event,
  end: endBy(event, leg.end),
});

const endBy = (event: CallStateEvent, known: CallStateEvent | undefined): CallStateEvent =>
  event.stage === 'wrapup' ? (known ?? event) : event;

/** Whether the end of one leg leaves others that talk or ring: then it is not the call's. */
function goesOnWithout(leg: Leg, legs: readonly Leg[]): boolean {
  const others = legs.filter((one) => one !== leg && isLive(one));
  if (leg.agent !== undefined) return others.some(({ agent }) => agent !== undefined);
  // The caller's own leg: when it ends, the agents' phones stop by themselves.
  if (legs.some(({ agent }) => agent !== undefined)) return false;
  return others.some(({ event }) => event.stage !== 'queued');
}

function changed(legs: readonly Leg[], event: CallStateEvent): Leg[] {
  const place = placeOf(legs, event);
  const leg = legs[place];
  const now: Leg = {
    legId: event.legId ?? leg?.legId,
    agent: ownAgent(event) ?? leg?.agent,
    event,
  };
  return leg === undefined ? [...legs, now] : legs.with(place, now);
}

/** Only an event about an agent's own leg says whose the leg is. */
const ownAgent = ({ scope, agent }: CallStateEvent): AgentRef | undefined =>
  scope === 'agent' ? agent : undefined;

/** Which leg an event is about; -1 where it begins one. */
function placeOf(legs: readonly Leg[], event: CallStateEvent): number {
  const agent = ownAgent(event);
  const own = (leg: Leg): boolean => isOf(leg, agent);
  const exact = legs.findIndex((leg) => leg.legId === event.legId && own(leg));
  if (exact !== -1) return exact;
  // One event names the leg and the other does not: with a single one they mean the same.
  const near = legs.filter(
    (leg) => own(leg) && isLive(leg) && (leg.legId === undefined || event.legId === undefined),
  );
  const [only] = near;
  return only !== undefined && near.length === 1 ? legs.indexOf(only) : -1;
}

/** An agent's leg ends; an end that names no leg ends all of that agent's. */
function ended(legs: readonly Leg[], event: CallStateEvent, agent: AgentRef): Leg[] {
  const own = legs.filter((leg) => isOf(leg, agent));
  const meant =
    event.legId === undefined
      ? own
      : own.filter(({ legId }) => legId === undefined || legId === event.legId);
  if (meant.length === 0) return [...legs, { legId: event.legId, agent, event, end: event }];
  return legs.map((leg) => (meant.includes(leg) ? over(leg, event) : leg));
}

const isOf = (leg: Leg, agent: AgentRef | undefined): boolean =>
  leg.agent === undefined || agent === undefined
    ? leg.agent === agent
    : isSameAgent(leg.agent, agent);

/** The stage of a leg that an event is about, before it; undefined where the event begins one. */
export function stageBefore(
  events: readonly RuleableEvent[],
  event: CallStateEvent,
): CallStage | undefined {
  const { legs, whole } = legsOf(events);
  if (isEnd(event.stage) && event.scope !== 'agent') return whole?.stage;
  return legs[placeOf(legs, event)]?.event.stage;
}

const isTalk = ({ event }: Leg): boolean => event.stage !== 'queued' && event.stage !== 'ringing';

/**
 * What last changed where the call stands: its end as a whole; else the leg that talks, else the one that rings, else
 * the last that ended. A call in which an agent is named stands where the agents' legs do.
 */
export function standOf({ legs, whole }: Legs, order: readonly RuleableEvent[]) {
  if (whole !== undefined) return whole;
  const since = ({ event }: Leg): number => order.indexOf(event);
  const newest = legs.toSorted((a, b) => since(b) - since(a));
  const own = newest.filter(({ agent }) => agent !== undefined);
  const [first] = newest;
  // "Answered", without saying by whom, after a ring that named the agent: it is that agent's call.
  if (first !== undefined && first.agent === undefined && isTalk(first)) return first.event;
  const counted = own.length > 0 ? own : newest;
  const live = counted.filter(isLive);
  return (
    live.find(isTalk) ??
    live.find(({ event }) => event.stage === 'ringing') ??
    live[0] ??
    counted[0]
  )?.event;
}
