import { noSignIns } from '../../electron/features/sources/company/company-sign-ins.ts';
import { expect, it } from 'vitest';
import { createDialSocket } from '../../electron/platform/network/dial-socket.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { MqttTransport } from '../../electron/features/sources/mqtt-transport.ts';
import {
  NatsTransport,
  type StreamPosition,
} from '../../electron/features/sources/nats-transport.ts';
import { publishToMqtt, publishToNats } from '../support/bus-clients.ts';
import { mosquittoServer, natsServer } from '../support/bus-servers.ts';
import { KeptValues } from '../../electron/platform/storage/kept-values.ts';
import { transportFactory } from '../../electron/features/sources/transport-factory.ts';
import { sourceSchema } from '../../shared/model/source.ts';
import { testListeners } from '../support/http-listeners.ts';
import { listen } from '../support/listen.ts';
import { saidBy } from '../support/said-by.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const common = {
  dialSocket: createDialSocket({
    authorities: () => [],
    resolveProxy: () => Promise.resolve('DIRECT'),
    proxyCredentials: () => undefined,
  }),
  clock: systemClock,
  log,
  random: () => 0.5,
};

it('NATS: loses nothing while the desk is away or the server down, and repeats nothing', async () => {
  const server = await natsServer();
  await publishToNats(server.url, 'calls.other', ['yesterday']);
  let position: StreamPosition | undefined;
  const settings = {
    url: server.url,
    stream: 'CALLS',
    subjects: ['calls.agent.83'],
    signIn: { user: 'ada', password: 'secret' },
  };
  const start = () =>
    listen(
      (handlers) =>
        new NatsTransport(
          settings,
          { ...common, position: () => position, remember: (now) => (position = now) },
          handlers,
        ),
    );
  const first = start();
  await first.phase('connected');
  await publishToNats(server.url, 'calls.agent.83', ['1']);
  await publishToNats(server.url, 'calls.agent.84', ['of somebody else']);
  expect(await first.texts(1)).toEqual(['1']);

  await server.stop();
  await first.phase('waiting');
  await server.start();
  await publishToNats(server.url, 'calls.agent.83', ['2', '3']);
  expect(await first.texts(3)).toEqual(['1', '2', '3']);
  first.transport.stop();

  await publishToNats(server.url, 'calls.agent.83', ['4', '5']);
  const second = start();
  expect(await second.texts(2)).toEqual(['4', '5']);
  expect(second.frames.map(({ waited, topic }) => [waited, topic])).toEqual([
    [true, 'calls.agent.83'],
    [true, 'calls.agent.83'],
  ]);
  await publishToNats(server.url, 'calls.agent.83', ['6']);
  await second.texts(3);
}, 60_000);

it('NATS: says in plain words when the password is wrong or the stream missing', async () => {
  const server = await natsServer();
  const settings = {
    url: server.url,
    stream: 'CALLS',
    subjects: ['calls.>'],
  };
  const deps = { ...common, position: () => undefined, remember: () => undefined };
  const wrong = listen(
    (handlers) =>
      new NatsTransport({ ...settings, signIn: { user: 'ada', password: 'no' } }, deps, handlers),
  );
  await wrong.phase('waiting');
  expect(saidBy(wrong.statuses.at(-1)?.problem)).toContain('refused the sign-in');
  const missing = listen(
    (handlers) =>
      new NatsTransport(
        { ...settings, signIn: { user: 'ada', password: 'secret' } },
        deps,
        handlers,
      ),
  );
  await missing.phase('waiting');
  expect(saidBy(missing.statuses.at(-1)?.problem)).toContain('no stream with this name');
});

it('NATS: brings events of very different sizes without a pause', async () => {
  const server = await natsServer();
  await publishToNats(server.url, 'calls.agent.83', []);
  const settings = {
    url: server.url,
    stream: 'CALLS',
    subjects: ['calls.agent.83'],
    signIn: { user: 'ada', password: 'secret' },
  };
  const positions = { position: () => undefined, remember: () => undefined };
  const { phase, texts } = listen(
    (handlers) => new NatsTransport(settings, { ...common, ...positions }, handlers),
  );
  await phase('connected');
  // Ten megabytes of small ones, and large ones among them from then on.
  const events = Array.from({ length: 3_500 }, (_, index) =>
    `event ${index} `.padEnd(index > 1_000 && index % 50 === 0 ? 200_000 : 3_000),
  );
  await publishToNats(server.url, 'calls.agent.83', events);
  // Events wait half a minute where the library makes them; the patience ends before that.
  expect(await texts(events.length)).toEqual(events);
}, 60_000);

it('NATS: knows from its first start what it has read, and a stream that was made anew', async () => {
  const server = await natsServer();
  await publishToNats(server.url, 'calls.agent.83', ['yesterday 1', 'yesterday 2']);
  let position: StreamPosition | undefined;
  const start = () =>
    listen(
      (handlers) =>
        new NatsTransport(
          {
            url: server.url,
            stream: 'CALLS',
            subjects: ['calls.agent.83'],
            signIn: { user: 'ada', password: 'secret' },
          },
          { ...common, position: () => position, remember: (now) => (position = now) },
          handlers,
        ),
    );
  const first = start();
  await first.phase('connected');
  first.transport.stop();
  expect(first.frames).toEqual([]);
  expect(position?.sequence).toBe(2);
  await publishToNats(server.url, 'calls.agent.83', ['while away']);
  const second = start();
  expect(await second.texts(1)).toEqual(['while away']);
  second.transport.stop();

  // Another stream of the same name counts from one again.
  position = { created: '2020-01-01T00:00:00Z', sequence: 900 };
  const third = start();
  expect(await third.texts(3)).toEqual(['yesterday 1', 'yesterday 2', 'while away']);
}, 60_000);

it('MQTT: another agent does not get what the one before subscribed to', async () => {
  const server = await mosquittoServer();
  const notes = new Map<string, string>();
  const store = {
    all: () => Promise.resolve([...notes].map(([name, value]) => ({ name, value }))),
    set: (name: string, value: string) => Promise.resolve(void notes.set(name, value)),
  };
  const positions = new KeptValues(store, 'position:', systemClock, common.log);
  const create = transportFactory({
    ...common,
    openSocket: () => {
      throw new Error('not needed');
    },
    sendHttp: () => Promise.reject(new Error('not needed')),
    positions,
    revealSecret: () => undefined,
    listeners: testListeners(),
    companySignIns: noSignIns,
    keepSecret: () => undefined,
    deskId: 'desk',
  });
  for (const clientId of [undefined, 'fixed']) {
    const source = sourceSchema.parse({
      id: 'bus',
      name: 'Bus',
      transport: { type: 'mqtt', url: server.url, topics: ['calls/${agent.id}/#'], clientId },
    });
    const ada = listen(create(source, { id: '83' }));
    await ada.phase('connected');
    ada.transport.stop();
    const bob = listen(create(source, { id: '84' }));
    await bob.phase('connected');
    await publishToMqtt(server.url, 'calls/83/ring', ['for Ada']);
    await publishToMqtt(server.url, 'calls/84/ring', ['for Bob']);
    expect(await bob.texts(1)).toEqual(['for Bob']);
    bob.transport.stop();
  }
  await positions.flush();
  expect([...notes.values()]).toContain('["calls/84/#"]');
}, 60_000);

it('MQTT: loses nothing while the desk is away or the server down', async () => {
  const server = await mosquittoServer();
  const settings = {
    url: server.url,
    topics: ['calls/83/#'],
    clientId: 'desk-1',
    user: undefined,
    password: undefined,
    keepsSession: true,
  };
  const start = () => listen((handlers) => new MqttTransport(settings, common, handlers));
  const first = start();
  await first.phase('connected');
  await publishToMqtt(server.url, 'calls/83/ring', ['1']);
  await publishToMqtt(server.url, 'calls/84/ring', ['of somebody else']);
  expect(await first.texts(1)).toEqual(['1']);

  await server.stop();
  await first.phase('waiting');
  await server.start();
  await publishToMqtt(server.url, 'calls/83/ring', ['2']);
  expect(await first.texts(2)).toEqual(['1', '2']);
  first.transport.stop();
  await first.phase('stopped');

  await publishToMqtt(server.url, 'calls/83/ring', ['3', '4']);
  const second = start();
  expect(await second.texts(2)).toEqual(['3', '4']);
  expect(second.frames[0]).toMatchObject({ waited: true, topic: 'calls/83/ring' });
}, 60_000);
