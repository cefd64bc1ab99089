/**
 * Full jitter (a random share of an exponentially growing ceiling): 10,000 desks that lost the same
 * server come back spread out. The ceiling of 4 s gave p99 of about 4 s with the busiest 100 ms at 5 %.
 */
const firstCeiling = 250;
const ceiling = 4_000;

/** Refused credentials do not heal by themselves; trying every few seconds locks accounts. */
const refusedCeiling = 30_000;

/**
 * @param attempt failures since the last stable connection, from 0
 * @param random from 0 to 1
 * @returns milliseconds
 */
export function reconnectDelay(attempt: number, random: number, refused = false): number {
  const highest = refused ? refusedCeiling : ceiling;
  return Math.round(random * Math.min(highest, firstCeiling * 2 ** Math.min(attempt, 16)));
}
