import { expect, it } from 'vitest';
import { createDialSocket } from '../../electron/network/dial-socket.ts';
import { systemClock } from '../../electron/ports/clock.ts';
import { MqttTransport } from '../../electron/sources/mqtt-transport.ts';
import { NatsTransport } from '../../electron/sources/nats-transport.ts';
import { publishToMqtt, publishToNats } from '../support/bus-clients.ts';
import { mosquittoServer, natsServer } from '../support/bus-servers.ts';
import { listen } from '../support/listen.ts';

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
  let position: number | undefined;
  const settings = {
    url: server.url,
    stream: 'CALLS',
    subjects: ['calls.agent.83'],
    user: 'ada',
    password: 'secret',
    token: undefined,
  };
  const start = () =>
    listen(
      (handlers) =>
        new NatsTransport(
          settings,
          { ...common, position: () => position, remember: (sequence) => (position = sequence) },
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
    user: 'ada',
    token: undefined,
  };
  const deps = { ...common, position: () => undefined, remember: () => undefined };
  const wrong = listen(
    (handlers) => new NatsTransport({ ...settings, password: 'no' }, deps, handlers),
  );
  await wrong.phase('waiting');
  expect(wrong.statuses.at(-1)?.problem).toContain('refused the sign-in');
  const missing = listen(
    (handlers) => new NatsTransport({ ...settings, password: 'secret' }, deps, handlers),
  );
  await missing.phase('waiting');
  expect(missing.statuses.at(-1)?.problem).toContain('no stream of this name');
});

it('MQTT: loses nothing while the desk is away or the server down', async () => {
  const server = await mosquittoServer();
  const settings = {
    url: server.url,
    topics: ['calls/83/#'],
    clientId: 'desk-1',
    user: undefined,
    password: undefined,
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
