import type { Arrival, KeptEvent } from '../store/records.ts';

/** Where accepted events go: the hub of this gateway, or NATS. */
export interface Sink {
  /** Resolves when the arrival is safe; rejects where it is not: then nothing of it was taken. */
  readonly accept: (arrival: Arrival) => Promise<readonly KeptEvent[]>;
}
