import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { LivingSockets } from '../../gateway/hub/living-sockets.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { until } from '../support/until.ts';

const round = 15_000;

/** Watched sockets of a real server, the last of which never answers a ping. */
async function watchedSockets(count: number) {
  let [asked, answered] = [0, 0];
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
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  for (let index = 0; index < count; index += 1) {
    const client = new WebSocket(`ws://127.0.0.1:${port}`, { autoPong: index < count - 1 });
    clients.push(client);
    await new Promise((resolve) => client.once('open', resolve));
  }
  await until(() => (server.clients.size === count ? true : undefined), 'all sockets');
  return { clock, living, clients, asked: () => asked, answered: () => answered };
}

it('asks a few sockets at a time, each once a round, and cuts off who does not answer', async () => {
  const { clock, living, clients, asked, answered } = await watchedSockets(150);
  clock.advance(round / 100);
  expect(asked()).toBe(2);
  clock.advance(round - round / 100);
  expect(asked()).toBe(150);
  await until(() => (answered() === 149 ? true : undefined), 'every answer but one');
  const cutOff = new Promise((resolve) => clients.at(-1)?.once('close', resolve));
  clock.advance(round);
  await cutOff;
  expect(asked()).toBe(299);
  await until(() => (answered() === 298 ? true : undefined), 'the answers of all others');
  living.stop();
  expect(clock.pending()).toBe(0);
});
