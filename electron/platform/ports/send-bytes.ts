import type { ConnectFailure } from './socket.ts';

export interface BytesRequest {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly bytes: Uint8Array;
  /** Milliseconds for connection and sending together. */
  readonly timeoutMs: number;
}

/** Sends bytes to a server that does not answer, and hangs up. Never throws. @returns what went wrong */
export type SendBytes = (request: BytesRequest) => Promise<ConnectFailure | undefined>;
