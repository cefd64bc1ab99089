import { expect, it } from 'vitest';
import { createHttpClient } from '../../electron/platform/network/http-client.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { followUp } from '../../electron/features/webhooks/follow-redirect.ts';
import type { FrozenRequest } from '../../electron/features/webhooks/frozen-request.ts';
import { HostGate } from '../../electron/features/webhooks/host-gate.ts';
import { judgeAnswer } from '../../electron/features/webhooks/judge-answer.ts';
import { Sender } from '../../electron/features/webhooks/sender.ts';
import { english } from '../../shared/text/english.ts';
import { webhookSchema } from '../../shared/model/webhook.ts';
import { startReceiver } from '../support/receiver.ts';

const request = (url: string, over: Partial<FrozenRequest> = {}): FrozenRequest => ({
  template: url,
  method: 'POST',
  url,
  headers: [
    { name: 'Content-Type', value: 'application/json' },
    { name: 'X-Desk', value: 'seven' },
    { name: 'Authorization', secret: { secret: 'key' } },
  ],
  body: '{"a":1}',
  timeoutSeconds: 2,
  successCodes: [200],
  followRedirects: true,
  stopOn4xx: true,
  allowLocal: false,
  signing: { key: { secret: 'key' } },
  ...over,
});

async function judged(url: string, over: Partial<FrozenRequest> = {}, gate = new HostGate()) {
  const sender = new Sender({
    clock: systemClock,
    sendHttp: createHttpClient({
      authorities: () => [],
      resolveProxy: () => Promise.resolve('DIRECT'),
      proxyCredentials: () => undefined,
    }),
    revealSecret: () => 'secret-of-the-CRM',
    gate,
  });
  const sent = request(url, over);
  const answer = await sender.deliver('msg_1', sent);
  const judgement = judgeAnswer(answer, sent, Date.now());
  return { kind: judgement.kind, said: 'problem' in judgement ? english(judgement.problem) : '' };
}

/** One that takes the data and answers elsewhere, as Google Apps Script does. */
const redirecting = (status: number, location: () => string) =>
  startReceiver((_request, response) =>
    response.writeHead(status, { Location: location() }).end('taken'),
  );

it('takes any code for success that an administrator chose, also a redirect', async () => {
  const target = await startReceiver();
  const script = await redirecting(302, () => target.url);
  expect(await judged(script.url, { successCodes: [200, 302] })).toMatchObject({
    kind: 'delivered',
  });
  expect(script.requests).toHaveLength(1);
  expect(target.requests).toEqual([]);
  expect(await judged(script.url, { followRedirects: false })).toEqual({
    kind: 'again',
    said: 'The receiver returned a redirect (HTTP 302). Redirects are not followed: correct the URL.',
  });
  const parse = (successCodes: number[]) =>
    webhookSchema.safeParse({ id: 'w', name: 'W', url: 'https://x.example', successCodes }).success;
  expect([parse([302]), parse([200, 599]), parse([101]), parse([600])]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it.each([301, 302, 303])('follows a %d once with GET, without body and secrets', async (status) => {
  const target = await startReceiver((_request, response) => response.writeHead(200).end());
  const script = await redirecting(status, () => `${target.url}/echo?id=1`);
  expect(await judged(script.url)).toMatchObject({ kind: 'delivered' });
  expect(script.requests.map(({ method, body }) => [method, body])).toEqual([['POST', '{"a":1}']]);
  const [seen] = target.requests;
  expect(target.requests).toHaveLength(1);
  expect(seen).toMatchObject({ method: 'GET', url: '/echo?id=1', body: '' });
  expect(Object.keys(seen?.headers ?? {}).sort()).toEqual([
    'accept',
    'connection',
    'host',
    'user-agent',
    'webhook-id',
    'webhook-timestamp',
  ]);
  expect(JSON.stringify(seen)).not.toMatch(/secret-of-the-CRM|seven/);
});

it('sends its headers and a signature on within its own origin', async () => {
  const script = await startReceiver((received, response) =>
    received.method === 'POST'
      ? response.writeHead(303, { Location: './done' }).end()
      : response.writeHead(200).end(),
  );
  expect(await judged(`${script.url}/api/calls`)).toMatchObject({ kind: 'delivered' });
  const [, seen] = script.requests;
  expect(seen).toMatchObject({
    method: 'GET',
    url: '/api/done',
    headers: { authorization: 'secret-of-the-CRM', 'x-desk': 'seven' },
  });
  expect(seen?.headers['webhook-signature']).toMatch(/^v1,/);
  expect(seen?.headers['content-type']).toBeUndefined();
});

it.each([307, 308])('does not follow a %d, which asks for the data again', async (status) => {
  const target = await startReceiver();
  const script = await redirecting(status, () => target.url);
  expect((await judged(script.url)).said).toContain('redirect that is not followed');
  expect(target.requests).toEqual([]);
  // Without data it is the same request.
  const asked = { method: 'GET' as const, body: undefined, successCodes: [204] };
  expect(await judged(script.url, asked)).toMatchObject({ kind: 'delivered' });
});

it('follows one redirect, not two', async () => {
  const circle = await redirecting(302, () => '/again');
  expect(await judged(circle.url)).toMatchObject({ kind: 'again' });
  expect(circle.requests).toHaveLength(2);
});

it('judges by the status of where it was led', async () => {
  const target = await startReceiver((_request, response) => response.writeHead(404).end());
  const script = await redirecting(302, () => target.url);
  expect(await judged(script.url)).toMatchObject({ kind: 'stop' });
});

it('checks where a redirect leads as it does the first address', async () => {
  for (const [location, sentence] of [
    ['http://169.254.169.254/latest/meta-data/', /link-local or metadata/],
    ['http://[::ffff:a9fe:a9fe]/', /link-local or metadata/],
    ['file:///etc/passwd', /not a web URL/],
    ['javascript:alert(1)', /not a web URL/],
    ['http://', /not a web URL/],
  ] as const) {
    const script = await redirecting(302, () => location);
    expect((await judged(script.url)).said, location).toMatch(sentence);
  }
  const secure = request('https://script.example/exec');
  const plain = followUp(secure, 'http://script.example/exec');
  expect(plain.ok ? '' : english(plain.problem.message)).toContain('without encryption');
  const named = followUp(secure, 'https://ada:pw@script.example/x');
  expect(named.ok && named.value.url).toBe('https://script.example/x');
});

it('leaves a host alone that rests after failures, and counts one that fails', async () => {
  const target = await startReceiver((_request, response) => response.writeHead(503).end());
  const script = await redirecting(302, () => target.url);
  const gate = new HostGate();
  for (let count = 0; count < 5; count += 1) {
    expect((await judged(script.url, {}, gate)).said).toContain('HTTP 503');
  }
  expect((await judged(script.url, {}, gate)).said).toContain('which is resting after failures');
  expect(target.requests).toHaveLength(5);
});

it('hears every Retry-After of a response', async () => {
  const busy = await startReceiver((_request, response) =>
    response
      .writeHead(503, [
        ['Retry-After', '5'],
        ['Retry-After', '90'],
      ])
      .end(),
  );
  const sender = new Sender({
    clock: systemClock,
    sendHttp: createHttpClient({
      authorities: () => [],
      resolveProxy: () => Promise.resolve('DIRECT'),
      proxyCredentials: () => undefined,
    }),
    revealSecret: () => 'key',
  });
  const sent = request(busy.url);
  const judgement = judgeAnswer(await sender.deliver('msg_1', sent), sent, Date.now());
  expect(judgement).toMatchObject({ kind: 'again', retryAfter: 90_000 });
});
