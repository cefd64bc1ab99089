import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { AdminLock, sealPin } from '../../../electron/features/config/admin-lock.ts';
import { ConfigTransfer } from '../../../electron/features/config/config-transfer.ts';
import { SecretMask } from '../../../electron/features/config/secret-mask.ts';
import { SecretVault } from '../../../electron/features/config/secret-vault.ts';
import { closeServer, listenOnLoopback } from '../../../electron/features/demo/loopback-server.ts';
import { noSignIns } from '../../../electron/features/sources/company/company-sign-ins.ts';
import { testSource } from '../../../electron/features/sources/source-test.ts';
import { Deliveries } from '../../../electron/features/webhooks/deliveries.ts';
import { systemClock } from '../../../electron/platform/clock.ts';
import { createOpenSocket } from '../../../electron/platform/network/open-socket.ts';
import type { DocumentFile } from '../../../electron/platform/ports/document-file.ts';
import { keepPrivate } from '../../../electron/platform/storage/keep-private.ts';
import { KeptValues } from '../../../electron/platform/storage/kept-values.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { sourceInputSchema, sourceSchema } from '../../../shared/model/source.ts';
import { webhookInputSchema, webhookSchema } from '../../../shared/model/webhook.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { testListeners } from '../../support/http-listeners.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const nowhere = { all: () => Promise.resolve([]), set: () => Promise.resolve() };

/** A document of the test's own. */
function memoryFile(text?: string): DocumentFile & { readonly text: () => string } {
  let now = text;
  return {
    path: 'memory',
    read: () => now,
    write: (document) => (now = JSON.stringify(document)),
    backUp: () => 'memory',
    text: () => now ?? '',
  };
}

it('takes out the longer of two secrets, in every form in which they travel', () => {
  const secret = 'p&ss wörd/"+~*';
  const mask = new SecretMask(['p&ss w', secret, 'short']);
  const basic = (user: string): string => Buffer.from(`${user}:${secret}`).toString('base64');
  for (const text of [
    secret,
    JSON.stringify({ key: secret }),
    encodeURIComponent(secret),
    encodeURIComponent(secret).toLowerCase(),
    new URLSearchParams({ key: secret }).toString(),
    `Basic ${basic('a')}`,
    `Basic ${basic('ab')}`,
    `Basic ${basic('abc')}`,
    Buffer.from(secret).toString('base64url'),
  ]) {
    const masked = mask.text(`before ${text} after`);
    expect(masked).toContain('******');
    expect(masked, text).not.toMatch(/rd|w%C3|w\\u|ss\+w|%22|%2B/i);
  }
  expect(mask.text('short stays')).toBe('short stays');
});

it('reveals the token of a source to its own host, and to no other address that is tested', async () => {
  const seen: (string | undefined)[] = [];
  const { server, port } = await listenOnLoopback(() => undefined);
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, { headers }) => {
    seen.push(headers.authorization);
    socket.send('{}');
  });
  const token = { secret: 'source.pbx.token' };
  const sourceAt = (url: string) => ({
    id: 'pbx',
    name: 'PBX',
    transport: { type: 'websocket', url, token },
  });
  const network = {
    authorities: () => [],
    resolveProxy: () => Promise.resolve('DIRECT'),
    proxyCredentials: () => undefined,
  };
  const test = (saved: string) =>
    testSource(sourceInputSchema.parse(sourceAt(`ws://127.0.0.1:${port}/`)), {
      transports: {
        clock: systemClock,
        log,
        random: Math.random,
        openSocket: createOpenSocket(network),
        dialSocket: () => Promise.reject(new Error('not needed')),
        listeners: testListeners(),
        companySignIns: noSignIns,
        sendHttp: () => Promise.reject(new Error('not needed')),
        positions: new KeptValues(nowhere, '', systemClock, log),
        revealSecret: () => 'the-token',
        keepSecret: () => undefined,
        deskId: 'desk',
      },
      clock: systemClock,
      agent: () => undefined,
      saved: () => [sourceSchema.parse(sourceAt(saved))],
      createEvaluator: () => {
        throw new Error('not needed');
      },
      isDirect: () => Promise.resolve(true),
    });
  await test('wss://pbx.example.com/');
  await test(`ws://127.0.0.1:${port}/other`);
  for (const client of sockets.clients) client.terminate();
  await closeServer(server);
  expect(seen).toEqual([undefined, 'Bearer the-token']);
});

const webhookAt = (url: string, secret: string) => ({
  id: 'crm',
  name: 'CRM',
  method: 'POST',
  url,
  headers: [{ name: 'X-Key', secret: { secret } }],
  body: { kind: 'none' },
});

it('saves no reference to a secret of another definition, unless both go to one host', () => {
  const saved = webhookSchema.parse(webhookAt('https://crm.example.com/a', 'webhook.crm.key'));
  const desk = new MemoryDesk({ webhooks: [saved] });
  const save = (id: string, url: string) =>
    desk.edits.saveWebhook(
      webhookInputSchema.parse({ ...webhookAt(url, 'webhook.crm.key'), id }),
      [],
      'any',
    );
  expect(save('copy', 'https://evil.example/')).toMatchObject({
    ok: false,
    problem: { message: { id: 'problem.secret.notOwn' } },
  });
  expect(save('copy', 'https://crm.example.com/b').ok).toBe(true);
  expect(save('crm', 'https://new-crm.example.com/')).toMatchObject({
    ok: false,
    problem: { path: 'webhook.url', message: { id: 'problem.secret.otherHost' } },
  });
});

it('retries a request that carries secrets at its own host, or that of its webhook as it is now', async () => {
  const key = 'webhook.crm.key';
  const request = {
    template: 'https://crm.example.com/a',
    method: 'POST',
    url: 'https://crm.example.com/a',
    headers: [{ name: 'X-Key', secret: { secret: key } }],
    timeoutSeconds: 1,
    successCodes: [200],
    stopOn4xx: false,
    allowLocal: false,
  };
  const revived: unknown[] = [];
  const deliveries = new Deliveries(
    { request: () => Promise.resolve(JSON.stringify(request)) } as never,
    { revive: ({ host }) => Promise.resolve(revived.push(host)) },
    systemClock,
    (text) => text,
    () => undefined,
    () => [webhookSchema.parse(webhookAt('https://moved.example.com/', key))],
  );
  const retry = async (url: string): Promise<boolean> => (await deliveries.retry('1', { url })).ok;
  expect(await retry('https://evil.example/')).toBe(false);
  expect(await retry('http://crm.example.com/a')).toBe(false);
  expect(await retry('https://crm.example.com/b')).toBe(true);
  expect(await retry('https://moved.example.com/c')).toBe(true);
  expect(revived).toEqual(['crm.example.com', 'moved.example.com']);
});

it('encrypts what was stored as plain text once there is a key storage again', () => {
  const cipher = (isReal: boolean) => ({
    isReal: () => isReal,
    encrypt: (text: string) => Buffer.from(text).reverse(),
    decrypt: (data: Buffer) => Buffer.from(data).reverse().toString(),
  });
  const file = memoryFile();
  new SecretVault(file, cipher(false), () => true).keep('key', 'plain-secret');
  expect(file.text()).toContain('plain-secret');
  const vault = new SecretVault(file, cipher(true), () => true);
  expect(vault.load()).toBeUndefined();
  expect(file.text()).not.toContain('plain-secret');
  expect(vault.reveal({ secret: 'key' })).toBe('plain-secret');
  const again = new SecretVault(file, cipher(true), () => false);
  again.load();
  expect(again.reveal({ secret: 'key' })).toBe('plain-secret');
});

it('exports no PIN where no secrets are wanted', () => {
  const desk = new MemoryDesk({ settings: { adminPin: sealPin('1234'), language: 'nl' } } as never);
  const transfer = new ConfigTransfer(desk.config, desk.edits, desk.vault);
  const { settings } = JSON.parse(transfer.exportText(undefined)) as { settings: object };
  expect(settings).toEqual({ language: 'nl' });
});

it('makes a wrong PIN wait, whatever the clock says and however often it starts', () => {
  const settings = { adminPin: sealPin('1234') } as Settings;
  const file = memoryFile();
  const clock = new FakeClock();
  let shift = 0;
  const shifted = { now: () => clock.now() + shift, after: clock.after };
  const lockOf = () => new AdminLock(() => settings, shifted, file);
  const lock = lockOf();
  for (let round = 0; round < 5; round += 1) expect(lock.unlock('0000').ok).toBe(false);
  shift = 24 * 3_600_000;
  expect(lock.unlock('1234').ok).toBe(false);
  const restarted = lockOf();
  expect(restarted.unlock('1234').ok).toBe(false);
  clock.advance(30_000);
  expect(restarted.unlock('0000').ok).toBe(false);
  expect(restarted.unlock('1234').ok).toBe(false);
  clock.advance(30_000);
  expect(restarted.unlock('1234').ok).toBe(true);
  expect(lockOf().unlock('1234').ok).toBe(true);
  // Nor does a clock that is put back keep the administration open.
  shift = -24 * 3_600_000;
  clock.advance(10 * 60_000);
  expect(restarted.isOpen()).toBe(false);
});

it('keeps the folder and its files for this account', () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'config.json'), '{}', { mode: 0o644 });
  mkdirSync(path.join(folder, 'logs'), { mode: 0o755 });
  writeFileSync(path.join(folder, 'logs/ringcue.log'), '', { mode: 0o644 });
  chmodSync(folder, 0o755);
  keepPrivate(folder, ['ringcue.db']);
  const mode = (name: string): string =>
    (statSync(path.join(folder, name)).mode & 0o777).toString(8);
  expect(['', 'logs', 'logs/ringcue.log', 'config.json', 'ringcue.db'].map(mode)).toEqual([
    '700',
    '700',
    '600',
    '600',
    '600',
  ]);
});
