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

/**
 * Milliseconds that a Retry-After header asks for: seconds, or a date (RFC 9110, section 10.2.3).
 * Undefined where it says nothing that can be read.
 */
export function retryAfterOf(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
