import { expect, it, onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { DeskConnection, frameOf } from '../../../gateway/hub/desk-connection.ts';
import { until } from '../../support/until.ts';

const agent = { id: 'desk', agent: '83', since: 0, revoked: null, expires: null };
const event = (seq: number, length: number) => ({
  seq,
  at: 1,
  body: `{"x":"${'x'.repeat(length)}"}`,
});

/** The gateway's end of a real connection, and the desk's. */
async function connected() {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  const ours = new Promise<WebSocket>((resolve) => server.once('connection', resolve));
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const desk = new WebSocket(`ws://127.0.0.1:${address.port}`);
  onTestFinished(() => desk.terminate());
  await new Promise((resolve) => desk.once('open', resolve));
  return { desk, ours: await ours };
}

it('keeps no more than a few megabytes for a desk that is still catching up', async () => {
  const { ours } = await connected();
  const connection = new DeskConnection(agent, ours);
  void connection.catchUp({ seq: 0, at: 1 }, () => new Promise(() => undefined));
  const large = event(1, 1_000_000);
  for (let count = 0; count < 4; count += 1) connection.deliver(large, frameOf(large));
  expect(ours.readyState).toBe(WebSocket.OPEN);
  connection.deliver(large, frameOf(large));
  await until(() => (ours.readyState === WebSocket.CLOSED ? true : undefined), 'its end');
});

it('reads no further for a desk that has gone', async () => {
  const { desk, ours } = await connected();
  const connection = new DeskConnection(agent, ours);
  let pages = 0;
  await connection.catchUp({ seq: 0, at: 1 }, async () => {
    pages += 1;
    if (pages === 2) {
      desk.terminate();
      await new Promise((resolve) => ours.once('close', resolve));
    }
    if (pages > 5) throw new Error('reads on');
    return Array.from({ length: 500 }, (_, index) => event(pages * 500 + index, 1));
  });
  expect(pages).toBe(2);
});
