import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { expect, it, onTestFinished } from 'vitest';
import { createHttpClient } from '../../electron/platform/network/http-client.ts';
import { isRefusedAddress } from '../../electron/platform/network/local-addresses.ts';
import type { NetworkSettings } from '../../electron/platform/network/open-socket.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import type { FrozenRequest } from '../../electron/features/webhooks/frozen-request.ts';
import { judgeAnswer } from '../../electron/features/webhooks/judge-answer.ts';
import { Sender } from '../../electron/features/webhooks/sender.ts';
import { freePort } from '../support/free-port.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startTlsServer } from '../support/tls-server.ts';
import { until } from '../support/until.ts';
import { message } from '../../shared/text/message.ts';

const network: NetworkSettings = {
  authorities: () => [],
  resolveProxy: () => Promise.resolve('DIRECT'),
  proxyCredentials: () => undefined,
};
const key = `whsec_${Buffer.from('a key of twenty-four byte').toString('base64')}`;
const oldKey = `whsec_${Buffer.from('the key that was before!!').toString('base64')}`;
const secrets: Readonly<Record<string, string>> = { key, oldKey };
const sender = new Sender({
  clock: systemClock,
  sendHttp: createHttpClient(network),
  revealSecret: ({ secret }) => secrets[secret],
});

async function receiver(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const request = (url: string, over: Partial<FrozenRequest> = {}): FrozenRequest => ({
  template: url,
  method: 'POST',
  url,
  headers: [{ name: 'Content-Type', value: 'application/json' }],
  body: '{"a":"ü😀"}',
  timeoutSeconds: 1,
  successCodes: [200, 201, 202, 203, 204],
  followRedirects: false,
  stopOn4xx: true,
  allowLocal: false,
  ...over,
});
async function judged(url: string, over: Partial<FrozenRequest> = {}) {
  const sent = request(url, over);
  const answer = await sender.deliver('msg_1', sent);
  return judgeAnswer(answer, sent, Date.now());
}

it('takes an answer that hangs, resets, says 500 or has a wrong certificate for one to try again', async () => {
  const hangs = await receiver(() => undefined);
  expect(await judged(hangs)).toMatchObject({
    kind: 'again',
    problem: message('problem.connection.noAnswer'),
  });
  const resets = await receiver((incoming) => incoming.socket.destroy());
  expect(await judged(resets)).toMatchObject({ kind: 'again', isHostTrouble: true });
  const broken = await receiver((_request, response) => response.writeHead(500).end());
  expect(await judged(broken)).toMatchObject({
    kind: 'again',
    problem: message('problem.delivery.status', { status: 500 }),
  });
  const busy = await receiver((_request, response) =>
    response.writeHead(503, { 'Retry-After': '90' }).end(),
  );
  expect(await judged(busy)).toMatchObject({ kind: 'again', retryAfter: 90_000 });
  const tls = await startTlsServer();
  expect(await judged(tls.url.replace('wss', 'https'))).toMatchObject({
    kind: 'again',
    problem: message('problem.connection.certificateUntrusted'),
  });
  expect(await judged(`http://127.0.0.1:${await freePort()}`)).toMatchObject({ kind: 'again' });
});

it('takes the status for the answer, however long, slow or badly packed the body is', async () => {
  const drips = await receiver((_request, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('x'), 50);
    response.on('close', () => clearInterval(timer));
  });
  expect(await judged(drips)).toEqual({ kind: 'delivered' });
  let written = 0;
  const endless = await receiver((_request, response) => {
    response.writeHead(200);
    const chunk = Buffer.alloc(64 * 1024);
    const write = (): void => {
      while (written < 1024 ** 3 && !response.destroyed) {
        written += chunk.length;
        if (!response.write(chunk)) return;
      }
    };
    response.on('drain', write);
    write();
  });
  expect(await judged(endless)).toEqual({ kind: 'delivered' });
  expect(written).toBeLessThan(64 * 1024 * 1024);
  const badGzip = await receiver((_request, response) =>
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('this is no gzip'),
  );
  expect(await judged(badGzip)).toEqual({ kind: 'delivered' });

  // A question needs its whole answer.
  const asked = await sender.ask('msg_2', request(badGzip));
  expect(asked).toMatchObject({ ok: false, problem: { code: 'Z_DATA_ERROR' } });
  const bomb = await receiver((_request, response) =>
    response
      .writeHead(200, { 'Content-Encoding': 'gzip' })
      .end(gzipSync(Buffer.alloc(64 * 1024 * 1024))),
  );
  expect(await sender.ask('msg_3', request(bomb, { timeoutSeconds: 10 }))).toMatchObject({
    ok: false,
    problem: { code: 'TOO_LARGE' },
  });
  const packed = await receiver((_request, response) =>
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('{"vip":true}')),
  );
  expect(await sender.ask('msg_4', request(packed))).toMatchObject({
    ok: true,
    value: { text: '{"vip":true}' },
  });
});

it('follows no redirect, and sends nothing to link-local or metadata addresses', async () => {
  const visits: string[] = [];
  const target = await receiver((incoming, response) => {
    visits.push(incoming.url ?? '');
    response.end();
  });
  const redirects = await receiver((_request, response) =>
    response.writeHead(307, { Location: `${target}/stolen` }).end(),
  );
  expect(await judged(redirects)).toMatchObject({
    kind: 'again',
    problem: message('problem.delivery.redirected', { status: 307 }),
  });
  expect(visits).toEqual([]);
  expect(await judged('http://169.254.169.254/latest/meta-data/')).toEqual({
    kind: 'stop',
    problem: message('problem.connection.addressBlocked'),
  });
  expect(await judged('http://[::ffff:a9fe:a9fe]/')).toMatchObject({ kind: 'stop' });
  expect(await judged('http://2852039166/')).toMatchObject({ kind: 'stop' });
  for (const [address, refused] of [
    ['169.254.0.1', true],
    ['fe80::1', true],
    ['fd00:ec2::254', true],
    ['64:ff9b::a9fe:a9fe', true],
    ['2002:a9fe:a9fe::', true],
    ['192.0.0.192', true],
    ['::ffff:169.254.169.254', true],
    ['127.0.0.1', false],
    ['10.0.0.1', false],
    ['::1', false],
  ] as const) {
    expect(isRefusedAddress(address)).toBe(refused);
  }
});

it('signs as the standardwebhooks library and PHP verify, with both keys while they rotate', async () => {
  const seen: { headers: Record<string, string>; body: string }[] = [];
  const url = await receiver((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const headers = incoming.headers as Record<string, string>;
      seen.push({ headers, body: Buffer.concat(chunks).toString() });
      response.end();
    });
  });
  const signing = { key: { secret: 'key' }, previous: { secret: 'oldKey' } };
  expect(await judged(url, { signing })).toEqual({ kind: 'delivered' });
  const { headers, body } = seen[0]!;
  expect(headers['webhook-id']).toBe('msg_1');
  for (const one of [key, oldKey]) {
    expect(new StandardWebhook(one).verify(body, headers)).toEqual({ a: 'ü😀' });
  }
  expect(() =>
    new StandardWebhook(`whsec_${Buffer.alloc(24).toString('base64')}`).verify(body, headers),
  ).toThrow();

  const php = `
    $signed = $argv[1] . '.' . $argv[2] . '.' . stream_get_contents(STDIN);
    $key = base64_decode(substr($argv[3], 6));
    echo 'v1,' . base64_encode(hash_hmac('sha256', $signed, $key, true));`;
  const id = headers['webhook-id']!;
  const time = headers['webhook-timestamp']!;
  const verified = execFileSync('php', ['-r', php, id, time, key], { input: body }).toString();
  expect(headers['webhook-signature']!.split(' ')).toContain(verified);
});

it('is taken by Debian’s webhook server, which verifies the signature before it runs a command', async () => {
  const folder = temporaryFolder();
  const port = await freePort();
  const script = path.join(folder, 'verify.sh');
  // The HMAC of Standard Webhooks with OpenSSL alone: id.timestamp.body, key from base64.
  writeFileSync(
    script,
    `#!/bin/bash
key=$(printf %s '${key.slice(6)}' | base64 -d | od -An -v -tx1 | tr -d ' \\n')
mac=$(printf %s "$1.$2.$4" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64)
[[ " $3 " == *" v1,$mac "* ]] || exit 1
printf %s "$4" > '${path.join(folder, 'taken')}'
`,
    { mode: 0o755 },
  );
  const header = (name: string) => ({ source: 'header', name });
  const hooks = [
    {
      id: 'call',
      'execute-command': script,
      'include-command-output-in-response': true,
      'pass-arguments-to-command': [
        header('Webhook-Id'),
        header('Webhook-Timestamp'),
        header('Webhook-Signature'),
        { source: 'raw-request-body' },
      ],
    },
  ];
  const config = path.join(folder, 'hooks.json');
  writeFileSync(config, JSON.stringify(hooks));
  const server = spawn('webhook', ['-hooks', config, '-ip', '127.0.0.1', '-port', String(port)], {
    stdio: 'ignore',
  });
  onTestFinished(() => void server.kill());
  const url = `http://127.0.0.1:${port}/hooks/call`;
  const signing = { key: { secret: 'key' } };
  await until(async () => {
    const answer = await sender.deliver('none', request(url, { method: 'GET', body: '' }));
    return answer.ok ? true : undefined;
  }, 'the webhook server');
  const wrong = { signing: { key: { secret: 'oldKey' } } };
  expect(await judged(url, wrong)).toMatchObject({ kind: 'again' });
  expect(existsSync(path.join(folder, 'taken'))).toBe(false);
  expect(await judged(url, { signing })).toEqual({ kind: 'delivered' });
  expect(readFileSync(path.join(folder, 'taken'), 'utf8')).toBe('{"a":"ü😀"}');
});
