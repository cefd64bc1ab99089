import type { FastifyInstance } from 'fastify';
import type { Sink } from './sink.ts';

/** What becomes of accepted events: the embedded hub, or NATS. */
export interface Publishing {
  readonly sink: Sink;
  /** The agent who last answered a call from a number, where that is kept. */
  readonly lastTaker: (number: string, since: number) => Promise<string | undefined>;
  /** Rejects where no event can be accepted. */
  readonly isWell: () => Promise<unknown>;
  /** Adds what desks need of the server. */
  readonly attach: (app: FastifyInstance) => void;
  /** Before the server closes. */
  readonly farewell: () => void;
  /** After it has answered its last request. */
  readonly close: () => Promise<void>;
}
