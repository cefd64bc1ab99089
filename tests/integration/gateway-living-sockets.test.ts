import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { LivingSockets } from '../../gateway/hub/living-sockets.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { until } from '../support/until.ts';

const round = 10_000;

/** Watched sockets of a real server, the last of which never answers a ping. */
async function watchedSockets(count: number) {
  let [asked, answered, heard] = [0, 0, 0];
  class CountedSocket extends WebSocket {
    public override ping(): void {
      asked += 1;
      super.ping();
    }
  }
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', WebSocket: CountedSocket });
  const clock = new FakeClock();
  const living = new LivingSockets(clock.after);
  const clients: WebSocket[] = [];
  onTestFinished(() => {
    living.stop();
    for (const client of clients) client.terminate();
    server.close();
  });
  server.on('connection', (socket) => {
    living.watch(socket);
    socket.on('pong', () => (answered += 1));
    socket.on('ping', () => (heard += 1));
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  for (let index = 0; index < count; index += 1) {
    const client = new WebSocket(`ws://127.0.0.1:${port}`, { autoPong: index < count - 1 });
    clients.push(client);
    await new Promise((resolve) => client.once('open', resolve));
  }
  await until(() => (server.clients.size === count ? true : undefined), 'all sockets');
  const counts = { asked: () => asked, answered: () => answered, heard: () => heard };
  return { clock, living, clients, ...counts };
}

it('asks who was silent for a round, a few at a time, and cuts off who does not answer', async () => {
  const { clock, living, clients, asked, answered } = await watchedSockets(600);
  clock.advance(round);
  expect(asked()).toBe(0);
  clock.advance(round / 500);
  expect(asked()).toBe(2);
  clock.advance(round - round / 500);
  expect(asked()).toBe(600);
  await until(() => (answered() === 599 ? true : undefined), 'every answer but one');
  const cutOff = new Promise((resolve) => clients.at(-1)?.once('close', resolve));
  clock.advance(round);
  await cutOff;
  expect(asked()).toBe(600);
  clock.advance(round);
  expect(asked()).toBe(1_199);
  living.stop();
  expect(clock.pending()).toBe(0);
});

it('asks nothing of who speaks', async () => {
  const { clock, clients, asked, heard } = await watchedSockets(2);
  for (let count = 1; count <= 5; count += 1) {
    clients[0]?.ping();
    await until(() => (heard() === count ? true : undefined), 'its ping');
    clock.advance(round);
  }
  // The other one is asked once, and cut off as it does not answer.
  expect(asked()).toBe(1);
});
