import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { Publisher, SharedDelivery } from '../../electron/features/config/index.ts';
import { createHttpClient } from '../../electron/platform/network/http-client.ts';
import { readSigned } from '../../shared/config/signed-config.ts';
import type { PublishView } from '../../shared/contract/views.ts';
import type { ConfigDocument } from '../../shared/model/config-document.ts';
import type { Result } from '../../shared/result.ts';
import { english } from '../../shared/text/english.ts';
import { builtGateway, startGateway } from '../support/gateway.ts';
import { rawSocket } from '../support/raw-http.ts';
import { startReceiver } from '../support/receiver.ts';
import { newSigningKey, signedConfig, signingKeySchema } from '../support/shared-config.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const program = builtGateway();
const publishToken = 'publishes-configurations-0123';
const readToken = 'reads-configurations-01234567';

/** An administrator's computer, without its windows. */
function startAdmin(document: ConfigDocument) {
  const file = path.join(temporaryFolder(), 'fleet.json');
  const secrets = new Map<string, string>();
  const values = new Map<string, string>();
  const kept = {
    of: (name: string) => values.get(name),
    remember: (name: string, value: string) => void values.set(name, value),
  };
  const shared = new SharedDelivery({
    vault: {
      keep(name, value) {
        if (typeof value === 'string') secrets.set(name, value);
        return { secret: name };
      },
      reveal: ({ secret }) => secrets.get(secret),
    },
    kept,
    sendHttp: createHttpClient({
      authorities: () => [],
      resolveProxy: () => Promise.resolve('DIRECT'),
      proxyCredentials: () => undefined,
    }),
  });
  const publisher = new Publisher({
    document: () => document,
    revealSecret: () => undefined,
    now: () => Date.now(),
    kept,
    shared,
  });
  const publish = async (note: string): Promise<PublishView> => {
    const { token } = valueOf(await publisher.current()) ?? { token: '' };
    return valueOf(await publisher.publish(token, note));
  };
  return { file, secrets, publisher, publish };
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(english(result.problem.message));
  return result.value;
}

const saysOf = (result: Result<unknown>): string =>
  result.ok ? '' : english(result.problem.message);
const content: ConfigDocument = { version: 3, settings: { supportName: 'IT' } };

async function startFleet() {
  const admin = startAdmin(content);
  valueOf(await admin.publisher.choose(admin.file));
  const { shared } = valueOf(await admin.publisher.share('', ''));
  const publicKey = shared?.publicKey ?? '';
  const gateway = await startGateway(program(), {
    fleet: { publicKeys: [publicKey], publishToken, readToken },
  });
  const url = `${gateway.origin}/fleet/configuration`;
  const ask = (headers: Record<string, string> = {}, to = url) =>
    fetch(to, { headers: { authorization: `Bearer ${readToken}`, ...headers } });
  return { admin, gateway, url, publicKey, ask };
}

it('publishes to the gateway, which counts the desks that run each revision', async () => {
  const { admin, url, publicKey, ask } = await startFleet();
  expect((await ask()).status).toBe(404);
  valueOf(await admin.publisher.share(url, publishToken));
  await admin.publish('First');
  const answer = await ask();
  const jws = await answer.text();
  expect(JSON.parse((await readSigned(jws, [publicKey])) ?? '')).toMatchObject({
    revision: 1,
    settings: { supportName: 'IT' },
  });
  const etag = answer.headers.get('etag') ?? '';
  expect((await ask({ 'if-none-match': etag })).status).toBe(304);
  await ask({ 'ringcue-desk': 'a', 'ringcue-revision': '1' });
  await ask({ 'ringcue-desk': 'b', 'ringcue-revision': '1' });
  const published = await admin.publish('Second');
  expect(published).toMatchObject({
    current: 2,
    shared: { revisions: [{ revision: 1, desks: 2 }] },
  });
  await ask({ 'ringcue-desk': 'b', 'ringcue-revision': '2' });
  expect(valueOf(await admin.publisher.current())?.shared?.revisions).toEqual([
    { revision: 2, desks: 1 },
    { revision: 1, desks: 1 },
  ]);
  expect((await ask({ 'if-none-match': etag })).status).toBe(200);
});

it('lets no one else read, publish or count', async () => {
  const { url, ask, publicKey, admin, gateway } = await startFleet();
  valueOf(await admin.publisher.share(url, publishToken));
  await admin.publish('First');
  const put = (body: string, token: string) =>
    fetch(url, { method: 'PUT', headers: { authorization: `Bearer ${token}` }, body });
  expect((await ask({ authorization: '' })).status).toBe(401);
  expect((await ask({}, `${gateway.origin}/fleet/desks`)).status).toBe(401);
  const forged = await signedConfig(newSigningKey(), 9, content);
  expect((await put(forged, readToken)).status).toBe(401);
  expect((await put(forged, publishToken)).status).toBe(400);
  const first = await (await ask()).text();
  expect((await put(first, publishToken)).status).toBe(409);
  await gateway.stop();
  await gateway.start();
  const after = await (await ask()).text();
  expect(after).toBe(first);
  expect(await readSigned(after, [publicKey])).toBeDefined();
});

it('refuses a stranger’s configuration before any of it comes', async () => {
  const { url } = await startFleet();
  const { hostname: host, port } = new URL(url);
  const head = `PUT /fleet/configuration HTTP/1.1\r\nhost: a\r\ncontent-length: 30000000\r\n\r\n`;
  const socket = await rawSocket({ host, port: Number(port) });
  let answer = '';
  socket.on('data', (data: Buffer) => (answer += data.toString('latin1')));
  socket.write(head);
  await until(() => answer.includes('Wrong token.') || undefined, 'the refusal');
  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
});

it('keeps the newest of revisions that are published at once', async () => {
  const key = newSigningKey();
  const { origin } = await startGateway(program(), {
    fleet: { publicKeys: [key.x], publishToken },
  });
  const all = await Promise.all(
    Array.from({ length: 12 }, (_, index) => signedConfig(key, 12 - index, content)),
  );
  const url = `${origin}/fleet/configuration`;
  const headers = { authorization: `Bearer ${publishToken}` };
  await Promise.all(all.map((body) => fetch(url, { method: 'PUT', headers, body })));
  expect(await (await fetch(url)).text()).toBe(all[0]);
});

it('goes on after a revision that another computer published, and not over another key’s', async () => {
  const served = { text: '', status: 200 };
  const server = await startReceiver(({ method, body }, response) => {
    if (method === 'PUT' && served.status === 200) served.text = body;
    response.writeHead(served.status).end(served.text);
  });
  const admin = startAdmin(content);
  valueOf(await admin.publisher.choose(admin.file));
  valueOf(await admin.publisher.share('', ''));
  const key: unknown = JSON.parse(admin.secrets.get('publish.key') ?? '');
  served.text = await signedConfig(signingKeySchema.parse(key), 41, content);
  valueOf(await admin.publisher.share(`${server.url}/ringcue.jws`, 'put-token'));
  expect((await admin.publish('After theirs')).current).toBe(42);
  expect(server.requests.at(-1)).toMatchObject({
    method: 'PUT',
    headers: { authorization: 'Bearer put-token' },
  });
  expect(readFileSync(`${admin.file}.jws`, 'utf8')).toBe(served.text);
  served.text = await signedConfig(newSigningKey(), 50, content);
  expect(saysOf(await admin.publisher.rollBack(42))).toContain('signed with another key');
  served.status = 403;
  expect(saysOf(await admin.publisher.rollBack(42))).toContain('403');
});

it('sends a token to the server it was entered for, and to no other', async () => {
  const first = await startReceiver((_request, response) => response.writeHead(404).end());
  const second = await startReceiver((_request, response) => response.writeHead(404).end());
  const admin = startAdmin(content);
  valueOf(await admin.publisher.choose(admin.file));
  valueOf(await admin.publisher.share(`${first.url}/a.jws`, 'for-the-first'));
  saysOf(await admin.publisher.rollBack(1));
  valueOf(await admin.publisher.share(`${second.url}/a.jws`, ''));
  const { token } = valueOf(await admin.publisher.current()) ?? { token: '' };
  await admin.publisher.publish(token, '');
  await second.received(1);
  expect(JSON.stringify(second.requests)).not.toContain('for-the-first');
  expect(existsSync(`${admin.file}.jws`)).toBe(true);
});
