import { DateTime, Duration } from 'luxon';

/**
 * Seconds between attempts, as Standard Webhooks recommends: ten attempts within 75 h 35 min.
 * Source: the specification's section on retries.
 */
const delays = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

export const maxAttempts = delays.length + 1;

/** Milliseconds of the whole schedule, with its largest jitter. */
export const wholeSchedule = delays.reduce((sum, delay) => sum + delay, 0) * 1_000 * 1.1;

/** A receiver that asks for more than a day has not thought of who waits (milliseconds). */
const longestRetryAfter = 24 * 3_600_000;

/** No next attempt is further away than this (milliseconds). */
export const longestDelay = 24 * 3_600_000 * 1.1;

/**
 * When the next attempt is due.
 *
 * @param attempts how many there were in this round, at least 1
 * @param random from 0 to 1: thousands of desks that failed together must not come back together
 * @param retryAfter milliseconds the receiver asked for
 * @returns milliseconds to wait; undefined where that was the last attempt
 */
export function nextDelay(
  attempts: number,
  random: number,
  retryAfter: number | undefined,
): number | undefined {
  const delay = delays[attempts - 1];
  if (delay === undefined) return undefined;
  const jittered = delay * 1_000 * (0.9 + random * 0.2);
  return Math.max(jittered, Math.min(retryAfter ?? 0, longestRetryAfter));
}

/** Larger is no number of seconds but an instant: seconds, or milliseconds, since 1970. */
const firstInstant = 1e9;
const firstMillisecond = 1e12;

/**
 * Milliseconds that a Retry-After header asks for, at most a day: seconds, or a date in any form of HTTP (RFC 9110,
 * sections 5.6.7 and 10.2.3), and what else people send: fractions, units, quotes, an instant, ISO 8601. Of several the longest.
 * Undefined where it says nothing that can be read.
 */
export function retryAfterOf(header: string | undefined, now: number): number | undefined {
  // The header of a hostile server: longer than any of its forms.
  const text = (header ?? '').slice(0, 200).replace(/["';]/g, ' ').trim();
  const whole = waitOf(text, now);
  // A date has a comma of its own.
  const parts = text.split(/,(?!\s*\d{1,2}[ -][A-Za-z])/).map((part) => waitOf(part.trim(), now));
  const waits = [whole, ...parts].filter((wait) => wait !== undefined);
  return waits.length === 0
    ? undefined
    : Math.min(longestRetryAfter, Math.max(0, ...waits.map(Math.round)));
}

function millisecondsOf(unit: string): number {
  if (unit === 'ms') return 1;
  return unit.startsWith('h') ? 3_600_000 : unit.startsWith('m') ? 60_000 : 1_000;
}

function waitOf(text: string, now: number): number | undefined {
  const [, digits, unit] =
    /^([+-]?\d{1,40}(?:\.\d{0,40})?)\s?(ms|s|sec|seconds?|m|min|minutes?|h|hours?)?$/i.exec(text) ??
    [];
  if (digits !== undefined) {
    const number = Number(digits);
    if (unit !== undefined) return number * millisecondsOf(unit.toLowerCase());
    if (number < firstInstant) return number * 1_000;
    return (number < firstMillisecond ? number * 1_000 : number) - now;
  }
  const span = Duration.fromISO(/^P/i.test(text) ? text.toUpperCase() : '');
  if (span.isValid) return span.toMillis();
  const date = [
    DateTime.fromHTTP(text),
    DateTime.fromRFC2822(text.replace(/ UTC$/, ' GMT')),
    DateTime.fromSQL(/^\d{4}-/.test(text) ? text : '', { zone: 'UTC' }),
    // A time of day alone is no instant.
    DateTime.fromISO(/^\d{4}-/.test(text) ? text : '', { zone: 'UTC' }),
  ].find(({ isValid }) => isValid);
  return date && date.toMillis() - now;
}
