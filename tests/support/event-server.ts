import type { IncomingHttpHeaders } from 'node:http';
import { onTestFinished } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { closeServer, listenOnLoopback } from '../../electron/features/demo/loopback-server.ts';

export interface EventServer {
  readonly url: string;
  readonly port: number;
  /** Sends to everyone connected, a text or bytes as they are. @returns to how many */
  readonly send: (event: object | string | Buffer) => number;
  /** The headers of each connection, in order. */
  readonly handshakes: readonly IncomingHttpHeaders[];
  /** How often a client asked whether the connection is alive. */
  readonly pings: () => number;
  /** Resolves with the first texts that clients sent. */
  readonly received: (count: number) => Promise<string[]>;
  /** Resolves when somebody is connected. */
  readonly connected: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A phone system's WebSocket server: sends everyone what a test says. */
export async function startEventServer(wantedPort = 0): Promise<EventServer> {
  const { server, port } = await listenOnLoopback((_request, response) => {
    response.writeHead(426).end();
  }, wantedPort);
  const sockets = new WebSocketServer({ server });
  const waiting: (() => void)[] = [];
  const handshakes: IncomingHttpHeaders[] = [];
  const texts: string[] = [];
  const readers: (() => void)[] = [];
  let pings = 0;
  sockets.on('connection', (socket: WebSocket, request) => {
    handshakes.push(request.headers);
    socket.on('message', (data: Buffer) => {
      texts.push(data.toString());
      for (const look of readers) look();
    });
    socket.on('ping', () => (pings += 1));
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
    pings: () => pings,
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

/** The event server of this test, stopped with it. */
export async function testEventServer(port?: number): Promise<EventServer> {
  const server = await startEventServer(port);
  onTestFinished(() => server.stop());
  return server;
}
