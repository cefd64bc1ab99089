import { PermissionViolationError } from '@nats-io/nats-core';
import { expect, it, onTestFinished } from 'vitest';
import { createDialSocket } from '../../electron/platform/network/dial-socket.ts';
import {
  createOpenSocket,
  type NetworkSettings,
} from '../../electron/platform/network/open-socket.ts';
import { closeServer, listenOnLoopback } from '../../electron/features/demo/loopback-server.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { MqttTransport } from '../../electron/features/sources/mqtt-transport.ts';
import { NatsTransport } from '../../electron/features/sources/nats-transport.ts';
import type { Transport, TransportHandlers } from '../../electron/features/sources/transport.ts';
import { WebSocketTransport } from '../../electron/features/sources/websocket-transport.ts';
import { WebSocketServer } from 'ws';
import { connectToNats, publishToMqtt, publishToNats } from '../support/bus-clients.ts';
import { natsAgent } from '../support/scaling-rules.ts';
import { mosquittoServer, natsServer } from '../support/bus-servers.ts';
import { listen } from '../support/listen.ts';
import { startTlsServer } from '../support/tls-server.ts';
import { until } from '../support/until.ts';
import { saidBy } from '../support/said-by.ts';

const network: NetworkSettings = {
  authorities: () => [],
  resolveProxy: () => Promise.resolve('DIRECT'),
  proxyCredentials: () => undefined,
};
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const deps = {
  openSocket: createOpenSocket(network),
  dialSocket: createDialSocket(network),
  clock: systemClock,
  log,
  // The longest delays, so that growing ones can be told from equal ones.
  random: () => 1,
};

interface SignIn {
  readonly user?: string;
  readonly password?: string;
}
type Create = (url: string, signIn?: SignIn) => (handlers: TransportHandlers) => Transport;

const nats =
  (id = '83'): Create =>
  (url, { user = id, password = 'secret' } = {}) =>
  (handlers) =>
    new NatsTransport(
      { url, stream: 'CALLS', subjects: [`calls.agent.${id}`], signIn: { user, password } },
      { ...deps, position: () => undefined, remember: () => undefined },
      handlers,
    );
const mqtt =
  (id = '83'): Create =>
  (url, { user, password } = {}) =>
  (handlers) =>
    new MqttTransport(
      {
        url,
        topics: [`calls/agent/${id}`],
        clientId: `desk-${user}`,
        user,
        password,
        keepsSession: true,
      },
      deps,
      handlers,
    );
const webSocket: Create = (url) => (handlers) =>
  new WebSocketTransport({ plan: () => ({ url, headers: {}, messages: [] }) }, deps, handlers);

const transports = [
  { name: 'WebSocket', create: webSocket },
  { name: 'NATS', create: nats() },
  { name: 'MQTT', create: mqtt() },
];

it.each(transports)('$name: says that a certificate is not trusted', async ({ create }) => {
  const server = await startTlsServer();
  const { statuses, phase } = listen(create(server.url));
  await phase('waiting');
  expect(saidBy(statuses.at(-1)?.problem)).toContain('certificate is not trusted');
});

it.each(transports)('$name: says that nothing answers', async ({ create }) => {
  const { server, port } = await listenOnLoopback(() => undefined);
  await closeServer(server);
  const { statuses, phase } = listen(create(`ws://127.0.0.1:${port}`));
  await phase('waiting');
  expect(saidBy(statuses.at(-1)?.problem)).toContain('Nothing answers at this address');
});

it.each(transports)('$name: says that the sign-in was refused (HTTP 401)', async ({ create }) => {
  const { server, port } = await listenOnLoopback(() => undefined);
  server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n'));
  onTestFinished(() => closeServer(server));
  const { statuses, phase } = listen(create(`ws://127.0.0.1:${port}`));
  await phase('waiting');
  const status = statuses.at(-1);
  expect(saidBy(status?.problem)).toContain('refused the sign-in (HTTP 401)');
});

it.each(transports)(
  '$name: knocks less and less often at a server that closes at once',
  async ({ create }) => {
    const { server, port } = await listenOnLoopback(() => undefined);
    const sockets = new WebSocketServer({ server, handleProtocols: () => 'mqtt' });
    sockets.on('connection', (socket) => socket.close(1000));
    onTestFinished(() => closeServer(server));
    const { statuses } = listen(create(`ws://127.0.0.1:${port}`));
    const waits = () => statuses.flatMap((status) => (status.phase === 'waiting' ? [status] : []));
    await until(() => (waits().length >= 3 ? true : undefined), 'three attempts');
    const delays = waits().map(({ retryAt, seenAt }) => retryAt - seenAt);
    expect(delays[1]).toBeGreaterThan(delays[0] ?? 0);
    expect(delays[2]).toBeGreaterThan(delays[1] ?? 0);
    for (const { problem } of waits())
      expect(saidBy(problem)).toMatch(/^(The server|The connection)/);
  },
);

it('NATS and MQTT: find a server dead that stands still, and come back when it moves again', async () => {
  const servers = [
    { server: await natsServer(), create: nats(), signIn: { user: 'ada' } },
    { server: await mosquittoServer(), create: mqtt(), signIn: {} },
  ];
  await publishToNats(servers[0]!.server.url, 'calls.agent.83', []);
  await Promise.all(
    servers.map(async ({ server, create, signIn }) => {
      const { statuses, phase } = listen(create(server.url, signIn));
      await phase('connected');
      server.freeze();
      await phase('waiting');
      expect(saidBy(statuses.at(-1)?.problem)).toContain('does not answer');
    }),
  );
}, 60_000);

it('NATS: keeps an agent to the own calls', async () => {
  const server = await natsServer([natsAgent('83', 'of-83'), natsAgent('84', 'of-84')]);
  await publishToNats(server.url, 'calls.agent.83', ['yesterday']);
  const own = listen(nats('83')(server.url, { user: '83', password: 'of-83' }));
  await own.phase('connected');
  const curious = listen(nats('83')(server.url, { user: '84', password: 'of-84' }));
  await curious.phase('waiting');
  expect(saidBy(curious.statuses.at(-1)?.problem)).toContain('refused');
  await publishToNats(server.url, 'calls.agent.83', ['rings']);
  expect(await own.texts(1)).toEqual(['rings']);
  expect(curious.frames).toEqual([]);
  const wrong = listen(nats('83')(server.url, { user: '83', password: 'of-84' }));
  await wrong.phase('waiting');
  expect(saidBy(wrong.statuses.at(-1)?.problem)).toContain('refused the sign-in');
});

const ofAnother = {
  subscription: ['live.calls.agent.83', 'live.calls.>', 'calls.agent.83', '_INBOX.83.>', '>'],
  publish: [
    'calls.agent.83',
    'live.calls.agent.83',
    'replay.calls.agent.83',
    '$JS.API.DIRECT.GET.CALLS.calls.agent.83',
    '$JS.API.CONSUMER.CREATE.CALLS.x.calls.agent.83',
    '$JS.API.CONSUMER.CREATE.CALLS.x',
    '$JS.API.STREAM.DELETE.CALLS',
  ],
};

it('NATS: lets an agent subscribe and publish to nothing of another', async () => {
  const server = await natsServer([natsAgent('84', 'of-84')]);
  const curious = await connectToNats(server.url, { user: '84', pass: 'of-84' });
  onTestFinished(() => curious.close());
  const refused = new Set<string>();
  void (async () => {
    for await (const status of curious.status()) {
      if (status.type !== 'error' || !(status.error instanceof PermissionViolationError)) continue;
      refused.add(`${status.error.operation} ${status.error.subject}`);
    }
  })();
  for (const subject of ofAnother.subscription) {
    curious.subscribe(subject, { callback: () => undefined });
  }
  for (const subject of ofAnother.publish) curious.publish(subject, '');
  const all = Object.entries(ofAnother).flatMap(([operation, subjects]) =>
    subjects.map((subject) => `${operation} ${subject}`),
  );
  await curious.flush();
  await until(() => (refused.size >= all.length ? true : undefined), 'refusals').catch(
    () => undefined,
  );
  expect([...refused].sort()).toEqual(all.sort());
});

it('MQTT: keeps an agent to the own calls', async () => {
  const server = await mosquittoServer({ pbx: 'of-pbx', '83': 'of-83', '84': 'of-84' });
  const own = listen(mqtt('83')(server.url, { user: '83', password: 'of-83' }));
  await own.phase('connected');
  const curious = listen(mqtt('83')(server.url, { user: '84', password: 'of-84' }));
  await until(
    () => curious.statuses.length > 1 || undefined,
    'an answer to the curious subscription',
  );
  await publishToMqtt(server.url, 'calls/agent/83', ['rings'], {
    username: 'pbx',
    password: 'of-pbx',
  });
  expect(await own.texts(1)).toEqual(['rings']);
  expect(curious.frames).toEqual([]);
  const wrong = listen(mqtt('83')(server.url, { user: '83', password: 'of-84' }));
  await wrong.phase('waiting');
  expect(saidBy(wrong.statuses.at(-1)?.problem)).toContain('refused the sign-in');
});
