import type { RuleableEvent } from '../../../../shared/model/call-event.ts';
import type { CallBook } from '../call-book.ts';
import type { SeenEvents } from '../seen-events.ts';

/**
 * new: never seen. again: this run has it already. restored: an earlier run acted on it; it brings its call back
 * to the desk, but does nothing again.
 */
export type Received = 'new' | 'again' | 'restored';

/** First stage: whether an event came before. */
export function receive(event: RuleableEvent, book: CallBook, seen: SeenEvents): Received {
  if (book.has(event)) return 'again';
  return seen.has(event) ? 'restored' : 'new';
}
