import type { DecodeContext } from '../dialects/dialect.ts';
import { message } from '../text/message.ts';
import { isBelievable, readTime } from './read-time.ts';

/** Milliseconds: a clock that is a day fast is still a clock. */
const day = 24 * 60 * 60 * 1000;

/** Of a text that is quoted (characters). */
const longestQuoted = 60;

export interface EventTime {
  /** Milliseconds since 1970: the stated time, or that of the arrival. */
  readonly occurredAt: number;
  readonly untimed?: true;
}

/**
 * When an event happened. A time that cannot be read, or that is before 1990 or more than a day ahead, is not believed:
 * that must not cost the call its popup. It is told to the context's `note`.
 *
 * @param stated as the source wrote it; undefined or empty where it gave none
 */
export function eventTime(stated: string | undefined, context: DecodeContext): EventTime {
  const { receivedAt, feed, note } = context;
  if (stated === undefined || stated === '') return { occurredAt: receivedAt, untimed: true };
  const time = readTime(stated, feed, (given) =>
    // A computer whose own clock was never set is no judge of another's.
    isBelievable(receivedAt) ? isBelievable(given) && given <= receivedAt + day : true,
  );
  if (time === undefined) {
    note?.(message('problem.source.timeNotBelieved', { time: stated.slice(0, longestQuoted) }));
    return { occurredAt: receivedAt, untimed: true };
  }
  return feed.ordersByTime === false ? { occurredAt: time, untimed: true } : { occurredAt: time };
}
