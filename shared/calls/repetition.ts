import type { RuleableEvent } from '../model/call-event.ts';
import { foldData } from './fold-call.ts';
import { colleaguesIn } from './party.ts';
import { stageBefore } from './legs.ts';

/**
 * Whether an event is one of these again. Where the source gives an id, or a time, it says so; else the state does: what
 * changes the call is new (a second ring after a miss, a second hold), what leaves it as it is and adds nothing is the same
 * message twice. A key that is pressed, or a result that is set, is always new.
 *
 * @param events of its call, in order
 */
export function isRepetition(event: RuleableEvent, events: readonly RuleableEvent[]): boolean {
  const isKnown = events.some(({ id }) => id === event.id);
  if (event.unidentified !== true || event.untimed !== true) return isKnown;
  if (event.kind !== 'call.state') return false;
  return stageBefore(events, event) === event.stage && !addsTo(event, events);
}

function addsTo({ call }: RuleableEvent, events: readonly RuleableEvent[]): boolean {
  const { fields, custom } = foldData(events, colleaguesIn(events));
  return (
    Object.entries(call.fields).some(
      ([name, value]) =>
        value !== '' && !Object.entries(fields).some(([a, b]) => a === name && b === value),
    ) || Object.entries(call.custom).some(([name, value]) => custom[name] !== value)
  );
}

/** An id that no event of the call has. */
export function withOwnId<E extends RuleableEvent>(event: E, isTaken: (id: string) => boolean): E {
  let id = event.id;
  for (let count = 2; isTaken(id); count += 1) id = `${event.id}~${count}`;
  return id === event.id ? event : { ...event, id };
}
