import type { RuleableEvent } from '../../../../shared/model/call-event.ts';
import type { BookedCall, CallBook } from '../call-book.ts';
import { callDataFor } from '../call-view.ts';
import type { Folded, Occasion } from './walk.ts';

/** Second stage: an event joins its call. */
export function fold(event: RuleableEvent, book: CallBook, now: number): Folded {
  book.add(event, now);
  return asKnown(event, book);
}

/**
 * The call as it is now, for an event that was held back. In a long backlog it may have made room for newer
 * ones meanwhile.
 */
export function foldAnew(event: RuleableEvent, book: CallBook, now: number): Folded {
  if (book.of(event) === undefined) book.add(event, now);
  return asKnown(event, book);
}

/** An event that runs beside the calls: all that is known of its call is in it. */
export function foldApart(
  event: RuleableEvent,
  occasion: Exclude<Occasion, 'live'>,
  key: string,
): Folded {
  return { occasion, event, callKey: key, whole: event.call, call: event.call, events: [] };
}

function asKnown(event: RuleableEvent, book: CallBook): Folded {
  const known = book.of(event);
  if (known === undefined) throw new Error('an event that was added belongs to a call');
  return asBooked(event, known);
}

/** An event of a call in memory, as that call is now. */
export function asBooked(event: RuleableEvent, known: BookedCall): Folded {
  return {
    occasion: 'live',
    event,
    callKey: known.key,
    whole: known.call.data,
    call: callDataFor(event, known),
    events: known.events,
    endedEarlier: known.endedEarlier,
  };
}
