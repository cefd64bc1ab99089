import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { callEvent } from '../support/events.ts';
import {
  builtGateway,
  connectDesk,
  deskToken,
  enrolmentCode,
  feed,
  feedSecret,
  startGateway,
} from '../support/gateway.ts';
import { startReceiver } from '../support/receiver.ts';
import { makeCertificate } from '../support/tls-server.ts';
import { until } from '../support/until.ts';

const program = builtGateway();

it('speaks HTTPS to the phone system and to desks, and to its own command', async () => {
  const { caFile, certFile, keyFile } = makeCertificate();
  const tls = { certificate: `\${file:${certFile}}`, key: `\${file:${keyFile}}` };
  const gateway = await startGateway(program(), { listen: { tls } });
  const origin = `https://localhost:${gateway.port}`;
  const curl = (to: string, body: unknown): string =>
    execFileSync(
      'curl',
      [
        ...['-sS', '--cacert', caFile, '--resolve', `localhost:${gateway.port}:127.0.0.1`],
        ...['--json', JSON.stringify(body), `${origin}${to}`],
      ],
      { encoding: 'utf8' },
    );
  const token = 't'.repeat(43);
  curl('/desk/enrol', { code: enrolmentCode(gateway, '83'), token });
  const desk = new WebSocket(`wss://localhost:${gateway.port}/desk`, {
    ca: readFileSync(caFile),
    lookup: (_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
    headers: { authorization: `Bearer ${token}` },
  });
  const heard = new Promise<string>((resolve, reject) => {
    desk.once('message', (data: Buffer) => resolve(data.toString()));
    desk.once('error', reject);
  });
  const event = callEvent('ringing', { callId: 'a' });
  expect(curl(`/in/pbx/${feedSecret}`, event)).toContain('"events":1');
  expect(await heard).toContain('"callId":"a"');
  desk.terminate();

  const sample = path.join(gateway.folder, 'sample.json');
  writeFileSync(sample, JSON.stringify(callEvent('ringing', { callId: 'b' })));
  expect(gateway.run('send', 'pbx', sample).out).toContain('200 {"events":1');
  expect(gateway.log()).not.toContain(token);
}, 60_000);

it('believes the address that a proxy names, and no other', async () => {
  const networks = ['203.0.113.0/24'];
  const feeds = [feed({ networks })];
  const from = { 'x-forwarded-for': '203.0.113.7' };
  const trusting = await startGateway(program(), {
    feeds,
    listen: { trustedProxies: ['127.0.0.1'] },
  });
  const post = (address: string) =>
    trusting.post(callEvent('ringing'), { headers: { 'x-forwarded-for': address } });
  expect((await post('203.0.113.7')).status).toBe(200);
  expect((await post('203.0.113.7, 198.51.100.1')).status).toBe(401);
  const metrics = await fetch(`${trusting.origin}/metrics`, { headers: from });
  expect(metrics.status).toBe(404);
  const wary = await startGateway(program(), { feeds });
  expect((await wary.post(callEvent('ringing'), { headers: from })).status).toBe(401);
}, 60_000);

it('goes back to a backup, and gives desks what came after', async () => {
  const gateway = await startGateway(program(), {});
  const token = await deskToken(gateway, '83');
  await gateway.post(callEvent('ringing', { callId: 'before' }));
  const file = path.join(gateway.folder, 'backup.db');
  expect(gateway.run('backup', file).out).toContain('written');
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(gateway.run('backup', file)).toMatchObject({ status: 2, err: '' });
  const first = connectDesk(gateway, token);
  const [seen] = await first.received(1);
  await gateway.post(callEvent('ringing', { callId: 'lost with the disk' }));
  await gateway.stop();

  const database = path.join(gateway.config.data, 'gateway.db');
  for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
  copyFileSync(file, database);
  await gateway.start();
  await gateway.post(callEvent('ringing', { callId: 'after' }));
  const again = connectDesk(gateway, token, seen?.id);
  await again.received(1);
  expect(again.calls()).toEqual(['call.ringing after']);
}, 60_000);

it('ends with the answer that it was giving, and keeps no connection after it', async () => {
  let finish: (() => void) | undefined;
  const crm = await startReceiver((_request, response) => {
    finish = () => void response.end('{"agent":"1005"}');
  });
  const answer = {
    key: 'destination',
    default: 'reception',
    withinMs: 9_000,
    steps: [{ from: 'http' as const, url: crm.url, pointer: '/agent' }],
  };
  const gateway = await startGateway(program(), { feeds: [feed({ answer })] });
  const asked = gateway.post(callEvent('queued'));
  await crm.received(1);
  const stopped = gateway.stop();
  await until(
    () =>
      fetch(`${gateway.origin}/healthz`, { headers: { connection: 'close' } }).then(
        ({ status }) => (status === 503 ? true : undefined),
        () => true,
      ),
    'no new requests',
  );
  finish?.();
  expect((await asked).text).toBe('{"destination":"1005"}');
  expect(await stopped).toBe(0);
});
