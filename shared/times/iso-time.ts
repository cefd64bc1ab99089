/** As far as a Date goes, in milliseconds. */
const furthest = 8.64e15;

/** A time as ISO 8601 writes it; empty where it is none, at which `toISOString` throws. */
export const isoTime = (at: number): string =>
  Math.abs(at) <= furthest ? new Date(at).toISOString() : '';
