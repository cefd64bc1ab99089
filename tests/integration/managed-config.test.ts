import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { ManagedConfig, readKept } from '../../electron/features/managed/index.ts';
import { createHttpClient } from '../../electron/platform/network/http-client.ts';
import { limits } from '../../shared/limits.ts';
import type { ConfigInput } from '../../shared/model/config-document.ts';
import type { Policy } from '../../shared/model/policy.ts';
import { english } from '../../shared/text/english.ts';
import { plainDocumentFile } from '../support/document-file.ts';
import type { MachinePolicy } from '../../electron/platform/policy/machine-policy.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { startReceiver } from '../support/receiver.ts';
import { newSigningKey, signedConfig } from '../support/shared-config.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const keptSchema = z.object({ jws: z.string() });
const environment = { CRM_KEY: 'from the environment' };
const note = (text: string) => ({ settings: { supportName: text } });

/** A server of one file, as any web server serves it. */
async function startServer() {
  const served = { text: '', status: 200 };
  const etag = (): string => `"${createHash('sha256').update(served.text).digest('hex')}"`;
  const receiver = await startReceiver(({ headers }, response) => {
    if (served.status !== 200) response.writeHead(served.status).end();
    else if (headers['if-none-match'] === etag()) response.writeHead(304).end();
    else response.writeHead(200, { etag: etag() }).end(served.text);
  });
  return { ...receiver, served };
}

async function startDesk(policy: Omit<Policy, 'version'>, folder = temporaryFolder()) {
  const clock = new FakeClock();
  const machine = {
    file: '/etc/ringcue/policy.json',
    policy: { version: 1 as const, ...policy },
    problem: undefined,
  };
  const state: { machine: MachinePolicy; isBusy: boolean } = { machine, isBusy: false };
  const applied: { remote: ConfigInput | undefined; policy: ConfigInput | undefined }[] = [];
  const problems: string[] = [];
  const silent = () => undefined;
  const keptFile = plainDocumentFile(folder, 'shared-config');
  const kept = await readKept(keptFile, policy.remote, environment);
  const managed = new ManagedConfig({
    clock,
    log: { info: silent, warn: silent, error: silent },
    random: () => 0.5,
    sendHttp: createHttpClient({
      authorities: () => [],
      resolveProxy: () => Promise.resolve('DIRECT'),
      proxyCredentials: () => undefined,
    }),
    environment,
    deskId: 'desk-7',
    machine,
    readMachine: () => state.machine,
    kept: kept.ok ? kept.value : undefined,
    keptFile,
    isBusy: () => state.isBusy,
    apply: (layers) => applied.push(layers),
    onProblem: (problem) => problems.push(english(problem)),
  });
  return { managed, clock, state, applied, problems, kept, folder, keptFile };
}

async function startFleet() {
  const key = newSigningKey();
  const server = await startServer();
  const remote = { url: `${server.url}/ringcue.jws`, publicKeys: [key.x], everyMinutes: 15 };
  const publish = async (revision: number, text: string, by = key): Promise<void> => {
    server.served.text = await signedConfig(by, revision, note(text));
  };
  return { key, server, remote, publish };
}

const names = (applied: readonly { remote: ConfigInput | undefined }[]) =>
  applied.map(({ remote }) => remote?.settings?.supportName);

it('takes what the key of the policy signed, and says which revision it runs', async () => {
  const { server, remote, publish } = await startFleet();
  await publish(4, 'four');
  const desk = await startDesk({ remote: { ...remote, token: 'read-only' } });
  await desk.managed.check();
  expect(names(desk.applied)).toEqual(['four']);
  expect(desk.managed.view()).toMatchObject({ url: remote.url, revision: 4, isWaiting: false });
  // The server hears of the new revision soon, and of no change from then on.
  desk.clock.advance(10_000);
  const [first, second] = await server.received(2);
  expect(first?.headers).toMatchObject({
    authorization: 'Bearer read-only',
    'ringcue-desk': 'desk-7',
  });
  expect(first?.headers).not.toHaveProperty('ringcue-revision');
  expect(second?.headers).toMatchObject({ 'ringcue-revision': '4' });
  expect(second?.headers).toHaveProperty('if-none-match');
  await desk.managed.check();
  expect(names(desk.applied)).toEqual(['four']);
});

it('refuses another key’s signature, and keeps the last good revision', async () => {
  const { server, remote, publish } = await startFleet();
  await publish(1, 'good');
  const desk = await startDesk({ remote });
  await desk.managed.check();
  await publish(2, 'forged', newSigningKey());
  await desk.managed.check();
  await desk.managed.check();
  server.served.text = JSON.stringify({ version: 3, revision: 3, ...note('not signed') });
  await desk.managed.check();
  expect(names(desk.applied)).toEqual(['good']);
  expect(desk.managed.view().revision).toBe(1);
  expect(desk.problems).toEqual([expect.stringContaining('not signed with a key of the policy')]);
});

it('takes a second key, so that the key can be changed', async () => {
  const { key, server, remote, publish } = await startFleet();
  const next = newSigningKey();
  const desk = await startDesk({ remote: { ...remote, publicKeys: [key.x, next.x] } });
  await publish(1, 'old key');
  await desk.managed.check();
  server.served.text = await signedConfig(next, 2, note('new key'));
  await desk.managed.check();
  expect(names(desk.applied)).toEqual(['old key', 'new key']);
});

it('refuses an older revision, also after a restart, and the same one with another content', async () => {
  const { server, remote, publish } = await startFleet();
  await publish(7, 'seven');
  const first = await startDesk({ remote });
  await first.managed.check();
  const older = await startDesk({ remote }, first.folder);
  await publish(6, 'six');
  await older.managed.check();
  await publish(7, 'another seven');
  await older.managed.check();
  expect(older.applied).toEqual([]);
  expect(older.managed.view().revision).toBe(7);
  expect(older.problems).toEqual([
    expect.stringContaining('revision 6 is not newer than revision 7'),
    expect.stringContaining('revision 7 is not newer than revision 7'),
  ]);
  await publish(8, 'eight');
  await older.managed.check();
  expect(names(older.applied)).toEqual(['eight']);
  expect(older.managed.view().problem).toBeUndefined();
  expect(server.requests.length).toBeGreaterThan(3);
});

it('starts without network from the last good one, whose signature it checks again', async () => {
  const { server, remote, publish } = await startFleet();
  await publish(2, 'two');
  const online = await startDesk({ remote });
  await online.managed.check();
  server.served.status = 503;
  const offline = await startDesk({ remote }, online.folder);
  expect(offline.kept).toMatchObject({ value: { revision: 2, input: note('two') } });
  await offline.managed.check();
  expect(offline.managed.view().revision).toBe(2);
  expect(english(offline.managed.view().problem ?? { id: 'common.close' })).toContain('503');
  expect(offline.problems).toEqual([]);
  const { jws } = keptSchema.parse(JSON.parse(readFileSync(offline.keptFile.path, 'utf8')));
  const [header = '', , signature = ''] = jws.split('.');
  const forged = Buffer.from(JSON.stringify({ version: 3, revision: 9 })).toString('base64url');
  writeFileSync(offline.keptFile.path, JSON.stringify({ jws: `${header}.${forged}.${signature}` }));
  expect(await readKept(offline.keptFile, remote, environment)).toMatchObject({ ok: false });
});

it('changes nothing in the middle of a call', async () => {
  const { remote, publish } = await startFleet();
  await publish(1, 'during the call');
  const desk = await startDesk({ remote });
  desk.state.isBusy = true;
  await desk.managed.check();
  expect(desk.applied).toEqual([]);
  expect(desk.managed.view()).toMatchObject({ revision: undefined, isWaiting: true });
  desk.managed.settle();
  expect(desk.applied).toEqual([]);
  await publish(2, 'newer still');
  await desk.managed.check();
  desk.state.isBusy = false;
  desk.managed.settle();
  expect(names(desk.applied)).toEqual(['newer still']);
  expect(desk.managed.view()).toMatchObject({ revision: 2, isWaiting: false });
});

it('refuses what it cannot use: no revision, a variable that is missing, too much', async () => {
  const { key, server, remote } = await startFleet();
  const desk = await startDesk({ remote });
  server.served.text = await signedConfig(key, 1, { agent: { id: '${env:MISSING}' } });
  await desk.managed.check();
  server.served.text = await signedConfig(key, 0, {});
  await desk.managed.check();
  server.served.text = 'x'.repeat(limits.sharedConfigBytes + 1);
  await desk.managed.check();
  expect(desk.applied).toEqual([]);
  expect(desk.problems).toEqual([
    expect.stringContaining('MISSING'),
    expect.stringContaining('revision'),
  ]);
  expect(desk.managed.view().problem).toBeDefined();
});

it('looks again by itself, and picks up another policy', async () => {
  const { server, remote, publish } = await startFleet();
  await publish(1, 'one');
  const desk = await startDesk({ remote });
  desk.managed.start();
  await until(() => desk.applied.length === 1 || undefined, 'the first revision');
  await publish(2, 'two');
  desk.clock.advance(10_000);
  await until(() => desk.applied.length === 2 || undefined, 'the second revision');
  desk.state.machine = {
    ...desk.state.machine,
    policy: { version: 1, configuration: { version: 3, settings: { closeToTray: false } } },
  };
  await desk.managed.check();
  expect(desk.applied.at(-1)).toMatchObject({
    remote: undefined,
    policy: { settings: { closeToTray: false } },
  });
  const asked = server.requests.length;
  desk.managed.stop();
  desk.clock.advance(3_600_000);
  expect(server.requests.length).toBe(asked);
  expect(desk.clock.pending()).toBe(0);
});
