import type { NatsConnection } from '@nats-io/nats-core';
import type { Handling } from './transport.ts';

/** One message of the stream. */
export interface BusMessage {
  readonly subject: string;
  readonly data: Uint8Array;
  /** True for what was there before this desk came. */
  readonly waited: boolean;
}

/** What a way to read a stream needs of the transport. */
export interface StreamReading {
  readonly connection: NatsConnection;
  readonly stream: string;
  readonly subjects: readonly string[];
  /** The first sequence that was not acted on. */
  readonly from: number;
  /** The last sequence when this desk came. */
  readonly last: number;
  /** Whether what comes now may have been there before, as far as the moment tells. */
  readonly isCatchingUp: () => boolean;
  readonly take: (message: BusMessage) => Handling;
  /** All up to this sequence was acted on. */
  readonly remember: (sequence: number) => void;
  /** From now on nothing that is published is missed. */
  readonly onConnected: () => void;
}

/** Milliseconds. A server to which thousands come back at once answers late; asking again makes it later. */
export const requestTimeout = 20_000;
