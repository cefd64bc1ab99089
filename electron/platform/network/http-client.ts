import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { createSecureContext, type SecureContext } from 'node:tls';
import { ok, type Result } from '../../../shared/result.ts';
import { failureOf } from '../ports/failure-of.ts';
import type { HttpClient, HttpRequest, HttpResponse } from '../ports/http.ts';
import type { ConnectFailure } from '../ports/socket.ts';
import {
  guardedLookup,
  isRefusedAddress,
  refuseByName,
  RefusedAddressError,
} from './local-addresses.ts';
import type { NetworkSettings } from './open-socket.ts';
import { proxyAgent } from './proxy.ts';
import { bodyText, unpacked } from './read-body.ts';

interface Options {
  readonly secureContext: SecureContext;
  readonly agent?: http.Agent;
  readonly lookup?: typeof guardedLookup;
}

type Outcome = Result<HttpResponse, ConnectFailure>;

/** Requests that go through the system's proxy and verify certificates as our sockets do. */
export function createHttpClient(network: NetworkSettings): HttpClient {
  const trust = new TrustCache(network.authorities);
  return async (request) => {
    try {
      if (request.refuseLocal === true) refuseLocal(request.url);
      const asked = proxyAgent(request.url, network.resolveProxy, network.proxyCredentials());
      const agent = await within(request.timeoutMs, asked);
      if (agent !== undefined && request.refuseLocal === true) {
        await within(request.timeoutMs, refuseByName(hostOf(request.url)));
      }
      return await send(request, {
        secureContext: trust.context(),
        ...(agent && { agent }),
        ...(request.refuseLocal === true && { lookup: guardedLookup }),
      });
    } catch (error) {
      return { ok: false, problem: failureOf(error) };
    }
  };
}

/** A context of a hundred authorities takes tens of milliseconds: made again only where they changed. */
class TrustCache {
  private key: string | undefined;
  private made: SecureContext | undefined;

  public constructor(private readonly authorities: () => readonly string[]) {}

  public context(): SecureContext {
    const ca = [...this.authorities()];
    const key = ca.join('\n');
    if (this.made === undefined || key !== this.key) {
      this.key = key;
      this.made = createSecureContext({ ca });
    }
    return this.made;
  }
}

/** A script that finds the proxy may hang; then nothing was sent. */
function within<T>(ms: number, asked: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the proxy could not be found in time')), ms);
    void asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '');

/** An address written as a number is never looked up. */
function refuseLocal(url: string): void {
  const host = hostOf(url);
  if (isIP(host) !== 0 && isRefusedAddress(host)) throw new RefusedAddressError(host);
}

function send(request: HttpRequest, options: Options): Promise<Outcome> {
  const { request: start } = new URL(request.url).protocol === 'https:' ? https : http;
  return new Promise((resolve) => {
    let receive: { cut: () => HttpResponse } | undefined;
    const end = (outcome: Outcome): void => {
      clearTimeout(timer);
      resolve(outcome);
      outgoing.destroy();
    };
    // The first failure is the cause; ending the request then reports a second one.
    const fail = (problem: ConnectFailure): void =>
      end(
        receive !== undefined && request.onBadBody === 'cut'
          ? ok(receive.cut())
          : { ok: false, problem },
      );
    const outgoing = start(
      request.url,
      { method: request.method, headers: request.headers, ...options },
      (response) => {
        receive = collect(response, request, (text) => end(ok(answerOf(response, text))), fail);
      },
    );
    // One limit for all of it: a peer that drips bytes must not hold the request for ever.
    const timer = setTimeout(
      () => fail({ code: 'ETIMEDOUT', message: 'no answer in time' }),
      request.timeoutMs,
    );
    outgoing.on('error', (error) => fail(failureOf(error)));
    outgoing.end(request.body);
  });
}

const answerOf = (response: http.IncomingMessage, text: string): HttpResponse => ({
  status: response.statusCode ?? 0,
  headers: { ...response.headers, ...retryAfterOf(response) },
  text,
});

/** Node keeps the first of two. */
const retryAfterOf = ({ headersDistinct }: http.IncomingMessage): { 'retry-after'?: string } => {
  const all = headersDistinct['retry-after'];
  return all === undefined ? {} : { 'retry-after': all.join(', ') };
};

/** Reads and unpacks a body. */
function collect(
  response: http.IncomingMessage,
  { maxBytes }: HttpRequest,
  done: (text: string) => void,
  fail: (problem: ConnectFailure) => void,
): { cut: () => HttpResponse } {
  const chunks: Buffer[] = [];
  let size = 0;
  const text = (): string => bodyText(Buffer.concat(chunks), response.headers['content-type']);
  const body = unpacked(response);
  body.on('data', (chunk: Buffer) => {
    size += chunk.byteLength;
    if (size <= maxBytes) chunks.push(chunk);
    else fail({ code: 'TOO_LARGE', message: `more than ${maxBytes} bytes` });
  });
  body.on('error', (error) => fail(bodyFailure(error)));
  body.on('end', () => done(text()));
  return { cut: () => answerOf(response, text()) };
}

/** Codes of a body that ends before its end: of the connection, and of what is packed. */
const cutOff = new Set(['ECONNRESET', 'Z_BUF_ERROR']);

function bodyFailure(error: unknown): ConnectFailure {
  const failure = failureOf(error);
  return cutOff.has(failure.code) ? { ...failure, code: 'CUT_OFF' } : failure;
}
