import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { root } from '../../build/lib/paths.mjs';
import { startCrmServer } from '../../electron/features/demo/crm-server.ts';
import { demoCall } from '../../electron/features/demo/demo-calls.ts';
import { startDemoGateway } from '../../electron/features/demo/demo-gateway.ts';
import { dialects } from '../../shared/dialects/dialects.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const built = path.join(root, '.cache', `demo-${process.pid}`);

beforeAll(async () => {
  for (const name of ['demo', 'demo-store']) {
    const configFile = path.join(root, `build/vite.${name}.js`);
    await build({ configFile, logLevel: 'warn', build: { outDir: built } });
  }
}, 120_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));

async function startDemo() {
  const folder = path.join(temporaryFolder(), 'demo');
  const gateway = await startDemoGateway(path.join(built, 'demo-worker.cjs'), folder);
  onTestFinished(() => gateway.stop());
  return { gateway, folder };
}

/** A connection to the demo: what it is sent, and whether it was let in. */
function connect(url: string, headers: Record<string, string>) {
  const texts: string[] = [];
  const socket = new WebSocket(url, { headers });
  socket.on('message', (data: Buffer) => texts.push(data.toString()));
  onTestFinished(() => socket.terminate());
  const isIn = Promise.race([
    once(socket, 'open').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  return { texts, isIn };
}

it('hands a call, as the phone system posts it, to the desk of the demo', async () => {
  const { gateway } = await startDemo();
  const desk = connect(gateway.url, { authorization: `Bearer ${gateway.token}` });
  await gateway.connected();
  const at = new Date('2026-03-14T10:00:00Z');
  await gateway.post(demoCall(1, at, { email: 'ada@example.com', extension: '1004' }).ringing);
  const [text = ''] = await until(
    () => (desk.texts.length > 0 ? desk.texts : undefined),
    'the event',
  );
  const read = dialects.cloudevents.decode(JSON.parse(text) as never, {
    source: 'demo',
    receivedAt: at.getTime(),
    feed: {},
  });
  expect(read.ok ? read.value[0] : read.problem).toMatchObject({
    kind: 'call.state',
    stage: 'ringing',
    agent: { email: 'ada@example.com', extension: '1004' },
    call: {
      fields: {
        callerNumber: '+902125550134',
        contactName: 'Ayşe Yılmaz',
        queueName: 'Müşteri Hizmetleri',
        event: 'ringing',
      },
      custom: { city: 'İzmir' },
    },
  });
});

it('lets no web page connect to the demo', async () => {
  const { gateway } = await startDemo();
  expect(await connect(gateway.url, { origin: 'https://evil.example' }).isIn).toBe(false);
  expect(await connect(gateway.url, { authorization: 'Bearer guessed' }).isIn).toBe(false);
});

it('leaves nothing behind', async () => {
  const { gateway, folder } = await startDemo();
  expect(existsSync(folder)).toBe(true);
  await gateway.stop();
  expect(existsSync(folder)).toBe(false);
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
