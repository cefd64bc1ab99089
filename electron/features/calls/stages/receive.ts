import type { RuleableEvent } from '../../../../shared/model/call-event.ts';
import { isRepetition, withOwnId } from '../../../../shared/calls/repetition.ts';
import type { CallBook } from '../call-book.ts';
import type { SeenEvents } from '../seen-events.ts';

/**
 * new: never seen. again: this run has it already. restored: an earlier run acted on it; it brings its call back
 * to the desk, but does nothing again.
 */
export type Received = 'new' | 'again' | 'restored';

/**
 * First stage: whether an event came before.
 *
 * @returns with the event under an id of its own, where the source gives none
 */
export function receive(
  event: RuleableEvent,
  book: CallBook,
  seen: SeenEvents,
): { readonly received: Received; readonly event: RuleableEvent } {
  if (event.unidentified !== true || event.untimed !== true) {
    if (book.has(event)) return { received: 'again', event };
    return { received: seen.has(event) ? 'restored' : 'new', event };
  }
  const known = book.of(event)?.events;
  if (known !== undefined && isRepetition(event, known)) return { received: 'again', event };
  // Only its content is known from before a restart: it brings back a call that goes on, and begins a new one.
  if (known === undefined && seen.has(event) && !book.isNewCall(event)) {
    return { received: 'restored', event };
  }
  const isTaken = (id: string): boolean => book.has({ ...event, id }) || seen.has({ ...event, id });
  return { received: 'new', event: withOwnId(event, isTaken) };
}
