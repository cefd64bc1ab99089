import http from 'node:http';
import https from 'node:https';
import { ok, type Result } from '../../shared/result.ts';
import type { HttpClient, HttpRequest, HttpResponse } from '../ports/http.ts';
import type { ConnectFailure } from '../ports/socket.ts';
import { failureOf } from '../ports/failure-of.ts';
import type { NetworkSettings } from './open-socket.ts';
import { proxyAgent } from './proxy.ts';

/** Requests that go through the system's proxy and verify certificates as our sockets do. */
export function createHttpClient(network: NetworkSettings): HttpClient {
  return async (request) => {
    try {
      const agent = await proxyAgent(request.url, network.resolveProxy, network.proxyCredentials());
      return await send(request, { ca: [...network.authorities()], ...(agent && { agent }) });
    } catch (error) {
      return { ok: false, problem: failureOf(error) };
    }
  };
}

function send(
  request: HttpRequest,
  options: { ca: string[]; agent?: http.Agent },
): Promise<Result<HttpResponse, ConnectFailure>> {
  const { request: start } = request.url.startsWith('https:') ? https : http;
  return new Promise((resolve) => {
    const outgoing = start(
      request.url,
      { method: request.method, headers: request.headers, ...options },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.byteLength;
          if (size <= request.maxBytes) chunks.push(chunk);
          else end({ code: 'TOO_LARGE', message: `more than ${request.maxBytes} bytes` });
        });
        response.on('error', (error) => end(failureOf(error)));
        response.on('end', () => {
          clearTimeout(timer);
          resolve(
            ok({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        });
      },
    );
    // The first failure is the cause; ending the request then reports a second one.
    const end = (problem: ConnectFailure): void => {
      clearTimeout(timer);
      resolve({ ok: false, problem });
      outgoing.destroy();
    };
    // One limit for all of it: a peer that drips bytes must not hold the request for ever.
    const timer = setTimeout(
      () => end({ code: 'ETIMEDOUT', message: 'no answer in time' }),
      request.timeoutMs,
    );
    outgoing.on('error', (error) => end(failureOf(error)));
    outgoing.end(request.body);
  });
}
