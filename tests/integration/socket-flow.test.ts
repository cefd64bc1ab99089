import { expect, it, onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';
import { closeServer, listenOnLoopback } from '../../electron/features/demo/loopback-server.ts';
import { WebSocketTransport } from '../../electron/features/sources/websocket-transport.ts';
import { createOpenSocket } from '../../electron/platform/network/open-socket.ts';
import { limits } from '../../shared/limits.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { until } from '../support/until.ts';

const megabyte = 'x'.repeat(1024 * 1024);
const messages = 60;

it('lets a server that sends more than is read wait, and loses nothing of it', async () => {
  const { server, port } = await listenOnLoopback(() => undefined);
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    for (let index = 0; index < messages; index += 1) socket.send(`${index} ${megabyte}`);
  });
  onTestFinished(async () => {
    for (const client of sockets.clients) client.terminate();
    await closeServer(server);
  });
  const clock = new FakeClock();
  const readers: (() => void)[] = [];
  const received: string[] = [];
  const statuses: string[] = [];
  const open = createOpenSocket({
    authorities: () => [],
    resolveProxy: () => Promise.resolve('DIRECT'),
    proxyCredentials: () => undefined,
  });
  const transport = new WebSocketTransport(
    {
      plan: () => ({ url: `ws://127.0.0.1:${port}`, headers: {}, messages: [] }),
    },
    {
      openSocket: open,
      clock,
      random: Math.random,
    },
    {
      frame({ text = '' }) {
        received.push(text.slice(0, 3));
        const taken = new Promise<void>((resolve) => readers.push(resolve));
        return { taken, done: taken };
      },
      status: ({ phase }) => statuses.push(phase),
    },
  );
  transport.start();
  onTestFinished(() => transport.stop());
  await until(
    () => received.length * megabyte.length >= limits.unreadBytes || undefined,
    'a flood',
  );
  // A probe asks whether the server lives: one that waits for us does, and is not hung up on.
  transport.probe();
  clock.advance(20_000);
  expect(received.length * megabyte.length).toBeLessThan(2 * limits.unreadBytes);
  expect(statuses).toEqual(['connecting', 'connected']);
  const reading = setInterval(() => readers.splice(0).forEach((read) => read()), 5);
  onTestFinished(() => clearInterval(reading));
  await until(() => received.length === messages || undefined, 'all messages');
  expect(received.map((text) => Number.parseInt(text, 10))).toEqual(
    Array.from({ length: messages }, (_, index) => index),
  );
});
