import { DateTime } from 'luxon';
import { weekdays, type Weekday } from '../model/weekday.ts';

/** A point in time as a clock on the wall shows it. */
export interface LocalTime {
  /** HH:mm. */
  readonly clock: string;
  readonly weekday: Weekday;
}

/** When a condition is asked. */
export interface Moment {
  /** IANA name, or `system`. */
  readonly zone: string;
  readonly local: () => LocalTime;
}

/**
 * @param at milliseconds since 1970
 * @param zone IANA name; `system` is the computer's own
 */
export function momentAt(at: number, zone = 'system'): Moment {
  let known: LocalTime | undefined;
  // Thousands of rules may ask about one event; most ask nothing.
  const local = (): LocalTime => (known ??= localTime(at, zone));
  return { zone, local };
}

function localTime(at: number, zone: string): LocalTime {
  const time = DateTime.fromMillis(at, { zone });
  return { clock: time.toFormat('HH:mm'), weekday: weekdays[time.weekday - 1] ?? 'monday' };
}
