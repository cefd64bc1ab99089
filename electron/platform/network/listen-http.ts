import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ok } from '../../../shared/result.ts';
import { failureOf } from '../ports/failure-of.ts';
import type { HeardRequest, HttpAnswer, ListenHttp, ListenLimits } from '../ports/http-listener.ts';

/** Milliseconds between looks for requests that take too long. */
const checkEvery = 500;

/**
 * Node's own server: its parser refuses what could be read in two ways (a length beside chunks, two lengths, a line
 * folded into the next), and its limits are on from the first byte. Every connection ends with its answer: what follows
 * a request on the same connection is never read.
 */
export const listenHttp: ListenHttp = ({ host, port }, limits, answer) =>
  new Promise((resolve) => {
    const server = createServer(
      {
        maxHeaderSize: limits.headerBytes,
        headersTimeout: limits.headersMs,
        requestTimeout: limits.requestMs,
        connectionsCheckingInterval: checkEvery,
        insecureHTTPParser: false,
      },
      (request, response) => void serve(request, response, limits, answer),
    );
    server.maxConnections = limits.connections;
    server.maxRequestsPerSocket = 1;
    // A peer that neither sends nor reads.
    server.setTimeout(limits.requestMs, (socket) => socket.destroy());
    server.once('error', (error) => resolve({ ok: false, problem: failureOf(error) }));
    server.listen({ host, port, exclusive: true }, () =>
      resolve(
        ok({
          close() {
            server.close();
            server.closeAllConnections();
          },
          drain: () => void server.close(),
        }),
      ),
    );
  });

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  limits: ListenLimits,
  answer: (request: HeardRequest) => Promise<HttpAnswer>,
): Promise<void> {
  // A peer that hangs up early; without a listener that would end the app.
  request.on('error', () => undefined);
  response.on('error', () => undefined);
  try {
    const { status, headers, text } = await answer({
      method: request.method ?? '',
      target: request.url ?? '',
      headers: request.headers,
      body: () => readBody(request, limits.bodyBytes),
    });
    response.sendDate = false;
    response.writeHead(status, {
      ...headers,
      'content-length': Buffer.byteLength(text),
      connection: 'close',
    });
    // What was not read stays unread.
    response.end(text, () => request.socket.destroySoon());
  } catch {
    request.socket.destroy();
  }
}

async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined;
  const parts: Buffer[] = [];
  let bytes = 0;
  const chunks: AsyncIterable<unknown> = request.iterator({ destroyOnReturn: false });
  for await (const part of chunks) {
    if (!Buffer.isBuffer(part)) throw new Error('not bytes');
    bytes += part.byteLength;
    if (bytes > limit) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
