import type { IncomingHttpHeaders } from 'node:http';
import type { Result } from '../../shared/result.ts';
import type { ConnectFailure } from './socket.ts';

export interface HttpRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Milliseconds for connection, request and whole response together. */
  readonly timeoutMs: number;
  /** Of the response's body; a larger one is a failure. */
  readonly maxBytes: number;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends a request. Never throws; follows no redirect. */
export type HttpClient = (request: HttpRequest) => Promise<Result<HttpResponse, ConnectFailure>>;
