import { once } from 'node:events';
import { request } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { startCrmServer } from '../../electron/features/demo/crm-server.ts';
import { testEventServer } from '../support/event-server.ts';

/** Whether a client gets in. */
async function isLetIn(url: string, origin?: string): Promise<boolean> {
  const socket = new WebSocket(url, origin === undefined ? {} : { origin });
  onTestFinished(() => socket.terminate());
  return Promise.race([
    once(socket, 'open').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
}

it('lets a desk connect to the demo, and no web page', async () => {
  const events = await testEventServer();
  expect(await isLetIn(events.url)).toBe(true);
  expect(await isLetIn(events.url, 'https://evil.example')).toBe(false);
  expect(await isLetIn(events.url, 'null')).toBe(false);
  expect(events.handshakes).toHaveLength(1);
});

it('lets no more than twenty clients in', async () => {
  const events = await testEventServer();
  for (let client = 0; client < 20; client += 1) expect(await isLetIn(events.url)).toBe(true);
  expect(await isLetIn(events.url)).toBe(false);
});

it('ends a client of the demo that sends more than a subscription', async () => {
  const events = await testEventServer();
  const socket = new WebSocket(events.url);
  await once(socket, 'open');
  socket.send('x'.repeat(100_000));
  const [code] = await once(socket, 'close');
  expect(code).toBe(1009);
});

it('shows the demo CRM by its address alone', async () => {
  const crm = await startCrmServer('a passphrase', () => undefined);
  onTestFinished(() => crm.stop());
  const status = (host: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request(crm.url, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .once('error', reject)
        .end();
    });
  expect(await status(new URL(crm.url).host)).toBe(200);
  expect(await status('evil.example')).toBe(404);
});
