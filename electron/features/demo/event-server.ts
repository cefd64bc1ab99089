import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { closeServer, listenOnLoopback } from './loopback-server.ts';

export interface EventServer {
  readonly url: string;
  readonly port: number;
  /** Sends to everyone connected, a text or bytes as they are. @returns to how many */
  readonly send: (event: object | string | Buffer) => number;
  /** The headers of each connection, in order. */
  readonly handshakes: readonly IncomingHttpHeaders[];
  /** Resolves with the first texts that clients sent. */
  readonly received: (count: number) => Promise<string[]>;
  /** Resolves when somebody is connected. */
  readonly connected: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** More than a desk and a person who looks at the events have. */
const mostClients = 20;
/** What clients say is a subscription at most (bytes, and how many are kept). */
const longestText = 16 * 1024;
const mostKept = 1_000;

/**
 * The event side of the demo call centre. Threat: any web page on this computer can open a socket to a port; it says
 * where it comes from, and a desk does not. So a connection that names an origin is refused.
 */
export async function startEventServer(wantedPort = 0): Promise<EventServer> {
  const { server, port } = await listenOnLoopback((_request, response) => {
    response.writeHead(426).end();
  }, wantedPort);
  const sockets = new WebSocketServer({
    server,
    maxPayload: longestText,
    verifyClient: ({ req }: { req: IncomingMessage }) =>
      req.headers.origin === undefined && sockets.clients.size < mostClients,
  });
  const waiting: (() => void)[] = [];
  const handshakes: IncomingHttpHeaders[] = [];
  const texts: string[] = [];
  const readers: (() => void)[] = [];
  sockets.on('connection', (socket: WebSocket, request) => {
    if (handshakes.length < mostKept) handshakes.push(request.headers);
    socket.on('message', (data: Buffer) => {
      if (texts.length < mostKept) texts.push(data.toString());
      for (const look of readers) look();
    });
    socket.on('error', () => socket.terminate());
    for (const resolve of waiting.splice(0)) resolve();
  });
  return {
    port,
    url: `ws://127.0.0.1:${port}/events`,
    send(event) {
      const text =
        typeof event === 'string' || Buffer.isBuffer(event) ? event : JSON.stringify(event);
      for (const client of sockets.clients) client.send(text);
      return sockets.clients.size;
    },
    handshakes,
    received: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (texts.length >= count) resolve(texts.slice(0, count));
        };
        readers.push(look);
        look();
      }),
    connected: () =>
      sockets.clients.size > 0
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push(resolve)),
    async stop() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      await closeServer(server);
    },
  };
}
