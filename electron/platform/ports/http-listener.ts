import type { IncomingHttpHeaders } from 'node:http';
import type { Result } from '../../../shared/result.ts';
import type { ConnectFailure } from './socket.ts';

/** What one request, and all of them together, may take: bytes and milliseconds. */
export interface ListenLimits {
  readonly headerBytes: number;
  readonly bodyBytes: number;
  readonly headersMs: number;
  /** From the first byte to the last. */
  readonly requestMs: number;
  /** At the same time; more are closed unheard. */
  readonly connections: number;
}

export interface HeardRequest {
  readonly method: string;
  /** As it was sent: path and query, nothing decoded. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  /** Reads the body, once. Undefined where it is larger than allowed. @throws where it was cut off or too slow */
  readonly body: () => Promise<Buffer | undefined>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface ListenPlace {
  /** An address of this computer. */
  readonly host: string;
  readonly port: number;
}

export interface Listening {
  /** Hangs up and frees the port at once. */
  readonly close: () => void;
  /** Frees the port, and lets what is being answered end. */
  readonly drain: () => void;
}

/** Opens a server. The connection ends with each answer. Never throws: what goes wrong is the result. */
export type ListenHttp = (
  place: ListenPlace,
  limits: ListenLimits,
  answer: (request: HeardRequest) => Promise<HttpAnswer>,
) => Promise<Result<Listening, ConnectFailure>>;
