import type { IncomingHttpHeaders } from 'node:http';
import type { Result } from '../../../shared/result.ts';
import type { ConnectFailure } from './socket.ts';

export interface HttpRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Milliseconds for connection, request and whole response together. */
  readonly timeoutMs: number;
  /** Of the response's body, also after it was unpacked. */
  readonly maxBytes: number;
  /**
   * `fail` (the default): a body that is larger, late or cannot be unpacked is a failure. `cut`: with the
   * status the receiver has said what matters; what there is of the body is taken.
   */
  readonly onBadBody?: 'fail' | 'cut' | undefined;
  /** Refuses addresses that only this computer or its cloud's metadata service answers. */
  readonly refuseLocal?: boolean | undefined;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends a request. Never throws; follows no redirect. */
export type HttpClient = (request: HttpRequest) => Promise<Result<HttpResponse, ConnectFailure>>;
