/** Where in the gateway's events a desk is. */
export interface EventPosition {
  readonly seq: number;
  /** Milliseconds since 1970: tells an event from one of the same number in a database that was restored. */
  readonly at: number;
}

/** The id of an event, as desks see it. */
export const eventId = ({ seq, at }: EventPosition): string =>
  `${at.toString(36)}-${seq.toString(36)}`;

/** Undefined for a text that is no id of ours. */
export function readEventId(text: string): EventPosition | undefined {
  const parts = /^([0-9a-z]{1,11})-([0-9a-z]{1,10})$/.exec(text);
  if (parts === null) return undefined;
  const [at, seq] = [parseInt(parts[1] ?? '', 36), parseInt(parts[2] ?? '', 36)];
  return Number.isSafeInteger(at) && Number.isSafeInteger(seq) ? { at, seq } : undefined;
}
