import { isSameAgent } from '../model/agent-identity.ts';
import type { RuleableEvent } from '../model/call-event.ts';
import { callStages } from '../model/stage.ts';

/**
 * More events than any real call has. A source that repeats itself for ever must not fill the memory:
 * beyond this the oldest state events go.
 */
export const maxEventsPerCall = 500;

const stageRank = new Map<string, number>(callStages.map((stage, index) => [stage, index]));
const rankOf = ({ stage }: RuleableEvent): number => stageRank.get(stage) ?? -1;

/** Whether the source's own clock says when it happened. Other events stand where they arrived. */
const isTimed = ({ untimed }: RuleableEvent): boolean => untimed !== true;

const secondOf = ({ occurredAt }: RuleableEvent): number => Math.floor(occurredAt / 1000);
/** Many systems write whole seconds: within one, such a time says nothing about the order. */
const isWholeSecond = ({ occurredAt }: RuleableEvent): boolean => occurredAt % 1000 === 0;

/** Whether a happened after b; undefined where neither time nor second can say it. */
export function isAfter(a: RuleableEvent, b: RuleableEvent): boolean | undefined {
  if (!isTimed(a) || !isTimed(b)) return undefined;
  if (secondOf(a) !== secondOf(b)) return a.occurredAt > b.occurredAt;
  if (isWholeSecond(a) || isWholeSecond(b) || a.occurredAt === b.occurredAt) return undefined;
  return a.occurredAt > b.occurredAt;
}

/** Whether both are about the same leg of the same agent. */
export const isSameLeg = (a: RuleableEvent, b: RuleableEvent): boolean =>
  a.legId === b.legId &&
  (a.agent === undefined || b.agent === undefined
    ? a.agent === b.agent
    : isSameAgent(a.agent, b.agent));

/**
 * Adds an event where it belongs: by time, within a second by the usual order of stages. What has no time of its own
 * stays where it arrived.
 *
 * @returns undefined where this event is known: the same id twice is the same event
 */
export function insertEvent(
  events: readonly RuleableEvent[],
  event: RuleableEvent,
): readonly RuleableEvent[] | undefined {
  if (events.some((known) => known.id === event.id)) return undefined;
  const newest = events.at(-1);
  const isNewest = newest === undefined || !isTimed(event) || isLater(event, events);
  if (isNewest) {
    const before = newest === undefined ? [] : [...events.slice(0, -1), withoutPayload(newest)];
    return [...before, event].slice(-maxEventsPerCall);
  }
  const all = sorted([...events, event]);
  const last = all.length - 1;
  return all
    .map((one, index) => (index < last ? withoutPayload(one) : one))
    .slice(-maxEventsPerCall);
}

/** The usual case: all that came before has a time, and an earlier second. */
const isLater = (event: RuleableEvent, events: readonly RuleableEvent[]): boolean => {
  const timed = events.findLast(isTimed);
  return timed === undefined || secondOf(event) > secondOf(timed);
};

/** Sorts what has a time; the rest keeps its distance to the event it followed. */
function sorted(events: readonly RuleableEvent[]): RuleableEvent[] {
  const timed = byTime(events.filter(isTimed));
  const arrived = events.at(-1);
  const rest = events.slice(0, -1);
  // The new one takes the place before the first that happened later.
  const next = timed.findIndex((event) => event === arrived) + 1;
  const later = timed[next];
  const place = later === undefined ? rest.length : rest.findIndex((event) => event === later);
  const slots = arrived === undefined ? rest : rest.toSpliced(place, 0, arrived);
  let index = 0;
  return slots.map((event) => (isTimed(event) ? (timed[index++] ?? event) : event));
}

/**
 * By time. Where one of them is written in whole seconds, by second. Events of one moment are in the usual order of
 * stages; what the leg is already in comes after what ends it: a ring beside the miss of an earlier ring is the next one.
 */
function byTime(events: readonly RuleableEvent[]): RuleableEvent[] {
  const moment = events.some(isWholeSecond) ? secondOf : millisecondOf;
  const timed = events.toSorted((a, b) => a.occurredAt - b.occurredAt || byArrival(a, b));
  const ordered: RuleableEvent[] = [];
  let from = 0;
  for (const [index, event] of timed.entries()) {
    const next = timed[index + 1];
    if (next !== undefined && moment(next) === moment(event)) continue;
    ordered.push(...inStageOrder(timed.slice(from, index + 1), ordered));
    from = index + 1;
  }
  return ordered;
}

const millisecondOf = ({ occurredAt }: RuleableEvent): number => occurredAt;

/** @param before the events of earlier moments, in order */
function inStageOrder(
  together: readonly RuleableEvent[],
  before: readonly RuleableEvent[],
): readonly RuleableEvent[] {
  if (together.length === 1) return together;
  return together
    .map((event, index) => ({ event, round: roundOf(event, together.slice(0, index), before) }))
    .sort((a, b) => a.round - b.round || rankOf(a.event) - rankOf(b.event))
    .map(({ event }) => event);
}

/** How often the leg came into this stage before. */
function roundOf(
  event: RuleableEvent,
  together: readonly RuleableEvent[],
  before: readonly RuleableEvent[],
): number {
  const isState = (one: RuleableEvent): boolean =>
    one.kind === 'call.state' && isSameLeg(one, event);
  const again = together.filter((one) => isState(one) && one.stage === event.stage).length;
  return isState(event) && before.findLast(isState)?.stage === event.stage ? again + 1 : again;
}

const byArrival = (a: RuleableEvent, b: RuleableEvent): number =>
  a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** A message as it came is kept with the newest event only: it can be large, and calls have many. */
function withoutPayload<E extends RuleableEvent>(event: E): E {
  if (event.call.ext['payload'] === undefined) return event;
  const { payload: _payload, ...ext } = event.call.ext;
  return { ...event, call: { ...event.call, ext } };
}
