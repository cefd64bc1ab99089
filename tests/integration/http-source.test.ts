import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import {
  HttpTransport,
  type HttpSettings,
} from '../../electron/features/sources/http/http-transport.ts';
import { testConnection } from '../../electron/features/sources/connection-test.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import type { ListenLimits } from '../../electron/platform/ports/http-listener.ts';
import { KeptValues } from '../../electron/platform/storage/kept-values.ts';
import { sourceSchema } from '../../shared/model/source.ts';
import { freePort } from '../support/free-port.ts';
import { mapStore, testListeners } from '../support/http-listeners.ts';
import { listen } from '../support/listen.ts';
import { rawHttp, rawSocket, untilClosed } from '../support/raw-http.ts';
import { saidBy } from '../support/said-by.ts';
import { until } from '../support/until.ts';

const secret = 'a-secret-of-this-test-0123';
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A source that listens, on a port of its own unless told otherwise. */
async function source(
  settings: Partial<HttpSettings> = {},
  listeners = testListeners(),
  wanted: 'connected' | 'waiting' = 'connected',
) {
  const all = {
    secret,
    token: undefined,
    port: undefined,
    interface: undefined,
    eventLinks: false,
    ...settings,
  };
  const deps = { listeners, clock: systemClock, random: () => 0.1 };
  const heard = listen((handlers) => new HttpTransport(all, deps, handlers));
  await heard.phase(wanted);
  const status = heard.statuses.at(-1);
  const opened = status?.phase === 'waiting' ? undefined : status?.place;
  const place = opened ?? { host: '127.0.0.1', port: 0 };
  const request = (target: string, head = '', body = '', method = 'GET') =>
    rawHttp(
      place,
      `${method} ${target} HTTP/1.1\r\nHost: 127.0.0.1:${place.port}\r\n${head}\r\n${body}`,
    );
  const post = (type: string, body: string, target = `/${secret}`) =>
    request(
      target,
      `Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`,
      body,
      'POST',
    );
  return { ...heard, place, request, post };
}

const limited = (limits: Partial<ListenLimits>) => testListeners(undefined, limits);
const statusOf = (answer: string): string => answer.split('\r\n')[0] ?? '';

it('hears a query, a form, JSON and XML, with the topic from the path', async () => {
  const { request, post, frames } = await source();
  expect(statusOf(await request(`/${secret}?Call%20ID=1&Event=ringing`))).toBe('HTTP/1.1 200 OK');
  await request(`/${secret}/incoming/?call=2`);
  await post('application/x-www-form-urlencoded', 'b=2', `/${secret}/off%20hook?a=1`);
  await post('application/json', '{"a":"ü"}', `/${secret}?ignored=1`);
  await post('text/xml', '<call id="3"/>');
  // As `curl -d` sends it.
  await post('application/x-www-form-urlencoded', '{"a":1}');
  expect(frames.map(({ text, topic, framing }) => [text, topic, framing])).toEqual([
    ['Call%20ID=1&Event=ringing', undefined, 'form'],
    ['call=2', 'incoming', 'form'],
    ['a=1&b=2', 'off hook', 'form'],
    ['{"a":"ü"}', undefined, undefined],
    ['<call id="3"/>', undefined, undefined],
    ['{"a":1}', undefined, undefined],
  ]);
});

it('answers a browser with a page, others with nothing, and tells no more of the call', async () => {
  const { request, frames } = await source();
  const page = await request(`/${secret}?phone=%2B12025550143`, 'Accept: text/html,*/*\r\n');
  expect(page).toContain('Ringcue has received the call.');
  expect(page).not.toContain('12025550143');
  expect(page).not.toContain(secret);
  const plain = await request(
    `/${secret}?phone=1`,
    'Accept: */*\r\nOrigin: https://crm.example\r\n',
  );
  expect(plain.split('\r\n\r\n')[1]).toBe('');
  for (const answer of [page, plain]) {
    expect(answer.toLowerCase()).not.toContain('access-control');
    expect(answer.toLowerCase()).not.toContain('date:');
    expect(answer).toContain('referrer-policy: no-referrer');
    expect(answer.toLowerCase()).toContain('connection: close');
  }
  // Subresources with the secret are heard; what a browser fetches ahead is not.
  await request(`/${secret}?image=1`, 'Sec-Fetch-Dest: image\r\nSec-Fetch-Site: cross-site\r\n');
  const ahead = await request(`/${secret}?ahead=1`, 'Sec-Purpose: prefetch;prerender\r\n');
  expect(statusOf(ahead)).toContain('503');
  expect(frames.map(({ text }) => text)).toEqual(['phone=%2B12025550143', 'phone=1', 'image=1']);
});

it('answers whoever does not know the address with one and the same 404', async () => {
  const { request, place, frames } = await source();
  const answers = [
    await request('/'),
    await request(`/${secret}x?a=1`),
    await request(`/${secret.slice(0, -1)}?a=1`),
    await request(`/x/${secret}?a=1`),
    await request(`/?${secret}`),
    await request('/%zz%', 'Accept: text/html\r\n'),
    await request('/wrong', 'Content-Length: 5\r\n', 'a=1&b', 'POST'),
    await request('/wrong', 'Access-Control-Request-Method: GET\r\n', '', 'OPTIONS'),
    await request('/wrong', '', '', 'DELETE'),
    // DNS rebinding: the address is right, but meant for another name.
    ...(await Promise.all(
      [
        'evil.example',
        `evil.example:${place.port}`,
        '127.0.0.1',
        `127.0.0.1:${place.port + 1}`,
      ].map((host) => rawHttp(place, `GET /${secret}?a=1 HTTP/1.1\r\nHost: ${host}\r\n\r\n`)),
    )),
  ];
  expect(statusOf(answers[0] ?? '')).toBe('HTTP/1.1 404 Not Found');
  expect(new Set(answers)).toEqual(new Set([answers[0]]));
  expect(frames).toEqual([]);
  // By its other name it is heard.
  await rawHttp(place, `GET /${secret}?a=1 HTTP/1.1\r\nHost: localhost:${place.port}\r\n\r\n`);
  expect(frames).toHaveLength(1);
});

it('takes no other method, no packed and no multipart body, and says so to who knows the address', async () => {
  const { request, post, frames } = await source();
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'HEAD']) {
    expect(statusOf(await request(`/${secret}?a=1`, '', '', method))).toContain('405');
  }
  expect(frames).toEqual([]);
  expect(statusOf(await post('multipart/form-data; boundary=x', '--x--'))).toContain('415');
  const packed = await request(
    `/${secret}`,
    'Content-Encoding: gzip\r\nContent-Length: 3\r\n',
    'abc',
    'POST',
  );
  expect(statusOf(packed)).toContain('415');
  // The source hears of it, so that an administrator can see why nothing opens.
  expect(frames.map(({ text, bytes }) => [text, bytes])).toEqual([
    [undefined, 5],
    [undefined, 3],
  ]);
});

it('reads no body over its limit, whether its length is told or not', async () => {
  const { post, place, frames } = await source();
  const large = 'x'.repeat(10 * 1024 * 1024);
  expect(statusOf(await post('application/json', large).catch(() => ''))).toMatch(/413|^$/);
  const socket = await rawSocket(place);
  const answer = untilClosed(socket);
  socket.write(
    `POST /${secret} HTTP/1.1\r\nHost: 127.0.0.1:${place.port}\r\nTransfer-Encoding: chunked\r\n\r\n`,
  );
  const chunk = 'x'.repeat(64 * 1024);
  for (let sent = 0; sent < 160; sent += 1) {
    socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`);
  }
  expect(statusOf(await answer)).toMatch(/413|^$/);
  await until(() => frames.length === 2 || undefined, 'both to be noted');
  expect(frames.every(({ text, bytes }) => text === '' && bytes > 1024 * 1024)).toBe(true);
});

it('waits for no slow peer, and is there for the next', async () => {
  const { place, request, frames } = await source(
    {},
    limited({ headersMs: 300, requestMs: 600, connections: 8 }),
  );
  const head = `POST /${secret} HTTP/1.1\r\nHost: 127.0.0.1:${place.port}\r\n`;
  const beginnings = ['', 'GET /', head, `${head}Content-Length: 100\r\n\r\n{"a":`];
  const closed = beginnings.map(async (beginning) => {
    const socket = await rawSocket(place);
    const end = untilClosed(socket);
    if (beginning !== '') socket.write(beginning);
    return end;
  });
  // One that never falls silent, and never comes to an end.
  const dripping = await rawSocket(place);
  dripping.write('GET /x HTTP/1.1\r\nX: ');
  const drip = setInterval(() => dripping.write('a'), 50);
  closed.push(untilClosed(dripping).finally(() => clearInterval(drip)));
  await Promise.all(closed);
  expect(frames).toEqual([]);
  expect(statusOf(await request(`/${secret}?a=1`))).toContain('200');
});

it('survives 2,000 connections that say nothing', async () => {
  const { place, request, frames } = await source(
    {},
    limited({ headersMs: 1_000, requestMs: 2_000 }),
  );
  await Promise.all(Array.from({ length: 2_000 }, () => rawSocket(place).catch(() => undefined)));
  // Those that got in are closed when their time is over; until then the next is closed at once.
  const heard = async () =>
    statusOf(await request(`/${secret}?a=1`).catch(() => '')).includes('200') || undefined;
  await until(heard, 'an event to be heard');
  expect(frames).toHaveLength(1);
}, 60_000);

it('refuses what could be read in two ways', async () => {
  const { place, frames } = await source();
  const host = `Host: 127.0.0.1:${place.port}\r\n`;
  const event = `GET /${secret}?smuggled=1 HTTP/1.1\r\n${host}\r\n`;
  const shapes = [
    `POST /x HTTP/1.1\r\n${host}Content-Length: ${event.length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${event}`,
    `POST /x HTTP/1.1\r\n${host}Content-Length: 0\r\nContent-Length: ${event.length}\r\n\r\n${event}`,
    `POST /x HTTP/1.1\r\n${host}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${event}`,
    `GET /x HTTP/1.1\r\n${host}X: a\r\n b: c\r\n\r\n`,
    `GET /x HTTP/1.1\n${host}\r\n`,
    `GET /x HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n`,
    `GET /x HTTP/1.1\r\n${host}${host}\r\n`,
    `GET /x HTTP/1.1\r\n\r\n`,
    `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`,
    `GET /x HTTP/9.9\r\n${host}\r\n`,
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  ];
  for (const shape of shapes) {
    const answer = await rawHttp(place, shape);
    expect(statusOf(answer), JSON.stringify(shape.slice(0, 90))).toMatch(/ (400|404|431) |^$/);
  }
  // What follows a request on the same connection is not read.
  const wrong = `GET /x HTTP/1.1\r\n${host}\r\n`;
  await rawHttp(place, wrong + event);
  expect(frames).toEqual([]);
  await rawHttp(place, event);
  expect(frames).toHaveLength(1);
});

it('keeps its port across restarts, and says when another program has it', async () => {
  const notes = new Map<string, string>();
  const start = async (wanted?: 'waiting') => {
    const kept = new KeptValues(mapStore(notes), 'listener:', systemClock, log);
    await kept.load();
    const started = await source({}, testListeners(kept), wanted);
    await kept.flush();
    return started;
  };
  const first = await start();
  const { port } = first.place;
  first.transport.stop();
  const second = await start();
  expect(second.place.port).toBe(port);
  second.transport.stop();
  const other = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void other.close());
  await until(() => other.listening || undefined, 'the other program');
  const third = await start('waiting');
  const status = third.statuses.find(({ phase }) => phase === 'waiting');
  expect(saidBy(status?.problem ?? undefined)).toContain(`Port ${port} is in use`);
  // It closes, and the source listens without anybody's help.
  other.close();
  await third.phase('connected');
});

it('has the same port on every computer with this configuration, and the next one where it is taken', async () => {
  const first = await source({ secret: 'of-one-configuration-0123' });
  const { port } = first.place;
  // While the first has it, as another user of a terminal server would.
  const beside = await source({ secret: 'of-one-configuration-0123' });
  expect(beside.place.port).toBeGreaterThan(port);
  first.transport.stop();
  const second = await source({ secret: 'of-one-configuration-0123' });
  expect(second.place.port).toBe(port);
});

it('tests a connection beside the source that has the port, and reads what comes', async () => {
  const listeners = testListeners();
  const running = await source({}, listeners);
  const definition = sourceSchema.parse({
    id: 'test-ccs',
    name: 'CCS',
    dialect: 'call-center-studio',
    transport: { type: 'http', secret: { secret: 's' } },
  });
  const settings = { secret, token: undefined, port: undefined, interface: undefined };
  const deps = { listeners, clock: systemClock, random: () => 0.1 };
  const steps = testConnection(definition, {
    clock: systemClock,
    createEvaluator: () => {
      throw new Error('not needed');
    },
    isDirect: () => Promise.resolve(true),
    createTransport: () => (handlers) =>
      new HttpTransport({ ...settings, eventLinks: false }, deps, {
        ...handlers,
        status(status) {
          handlers.status(status);
          if (status.phase === 'connected')
            void running.request(`/${secret}?Event=ringing&CallID=1`);
        },
      }),
  });
  expect(await steps).toEqual([
    { name: 'listen', outcome: 'ok', said: null },
    { name: 'message', outcome: 'ok', said: null },
  ]);
  // The running source heard it too, and still does.
  await running.request(`/${secret}?after=1`);
  expect(running.frames).toHaveLength(2);
});

it('shares a port between sources with paths of their own', async () => {
  const listeners = testListeners();
  const port = await freePort();
  const one = await source({ port }, listeners);
  const two = await source({ port, secret: 'another-secret-0123456789' }, listeners);
  await one.request(`/${secret}?one=1`);
  await two.request('/another-secret-0123456789?two=2');
  one.transport.stop();
  expect(statusOf(await two.request(`/${secret}?one=1`))).toContain('404');
  await two.request('/another-secret-0123456789?two=3');
  expect(one.frames.map(({ text }) => text)).toEqual(['one=1']);
  expect(two.frames.map(({ text }) => text)).toEqual(['two=2', 'two=3']);
});

it('asks for its token where it has one, in each of the ways a phone can send it', async () => {
  const { request, frames } = await source({ token: 't/o ken' });
  const basic = Buffer.from('phone:t/o ken').toString('base64');
  const refused = await request(`/${secret}?a=1`);
  expect(statusOf(refused)).toContain('404');
  expect(await request(`/${secret}?a=1&token=wrong`)).toBe(refused);
  expect(await request(`/${secret}?a=1`, 'Authorization: Bearer wrong\r\n')).toBe(refused);
  await request(`/${secret}?token=t%2Fo%20ken&a=1`);
  await request(`/${secret}?a=2`, `Authorization: Basic ${basic}\r\n`);
  const { request: ask, frames: bearer } = await source({ token: 'token-1' });
  await ask(`/${secret}?a=3`, 'Authorization: Bearer token-1\r\n');
  // The token is no part of the event.
  expect([...frames, ...bearer].map(({ text }) => text)).toEqual(['a=1', 'a=2', 'a=3']);
});

it('takes links where it may, with its secret', async () => {
  const listeners = testListeners();
  const { frames } = await source({ eventLinks: true }, listeners);
  const without = await source({ secret: 'without-links-0123456789' }, listeners);
  const link = { secret, topic: 'ringing', query: 'Call%20ID=1' };
  expect(listeners.takeLink(link)).toBe(true);
  expect(listeners.takeLink({ ...link, secret: 'without-links-0123456789' })).toBe(false);
  expect(frames).toMatchObject([{ text: 'Call%20ID=1', topic: 'ringing', framing: 'form' }]);
  expect(without.frames).toEqual([]);
});

it('opens no address with a weak secret, or on an interface that is not there', async () => {
  const weak = await source({ secret: 'short' }, testListeners(), 'waiting');
  const gone = await source({ interface: 'eth99', token: 't' }, testListeners(), 'waiting');
  const everywhere = await source({ interface: '0.0.0.0', token: 't' }, testListeners(), 'waiting');
  const said = [weak, gone, everywhere].map(({ statuses }) =>
    saidBy(statuses.at(-1)?.problem ?? undefined),
  );
  expect(said[0]).toContain('too weak');
  expect(said[1]).toContain('no network interface “eth99”');
  expect(said[2]).toContain('no network interface “0.0.0.0”');
});
