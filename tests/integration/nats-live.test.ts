import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { credsAuthenticator, type ConnectionOptions } from '@nats-io/nats-core';
import { expect, it, onTestFinished } from 'vitest';
import {
  NatsTransport,
  type StreamPosition,
} from '../../electron/features/sources/nats-transport.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { createDialSocket } from '../../electron/platform/network/dial-socket.ts';
import { OrderedPublisher } from '../../gateway/publish/ordered-publisher.ts';
import { connectToNats } from '../support/bus-clients.ts';
import { natsServer } from '../support/bus-servers.ts';
import { listen } from '../support/listen.ts';
import { natsAccounts } from '../support/nats-accounts.ts';
import { saidBy } from '../support/said-by.ts';
import { until } from '../support/until.ts';

const common = {
  dialSocket: createDialSocket({
    authorities: () => [],
    resolveProxy: () => Promise.resolve('DIRECT'),
    proxyCredentials: () => undefined,
  }),
  clock: systemClock,
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  random: () => 0,
};
type SignIn = ConstructorParameters<typeof NatsTransport>[0]['signIn'];

const asAda = { user: 'ada', pass: 'secret' };
const deskAsAda = { user: 'ada', password: 'secret' };

/** One desk, whose place in the stream outlives its connections. */
function desk(url: string, agent: string, signIn: SignIn) {
  const kept: { position: StreamPosition | undefined } = { position: undefined };
  const start = (givenNow = signIn) =>
    listen(
      (handlers) =>
        new NatsTransport(
          { url, stream: 'CALLS', subjects: [`calls.agent.${agent}`], signIn: givenNow },
          {
            ...common,
            position: () => kept.position,
            remember: (position) => (kept.position = position),
          },
          handlers,
        ),
    );
  const reached = (sequence: number) =>
    until(() => (kept.position?.sequence === sequence ? true : undefined), `place ${sequence}`);
  return { start, reached };
}

async function publisher(url: string, options: ConnectionOptions = asAda) {
  const connection = await connectToNats(url, options);
  onTestFinished(() => connection.close());
  const manager = await jetstreamManager(connection);
  await manager.streams.add({ name: 'CALLS', subjects: ['calls.>'], allow_direct: true });
  const client = jetstream(connection);
  const ordered = new OrderedPublisher(client);
  let next = 1;
  const consumers = async (): Promise<number> =>
    (await manager.streams.info('CALLS')).state.consumer_count;
  return {
    client,
    consumers,
    publish: (agent: string, text: string) =>
      ordered.publish(`calls.agent.${agent}`, text, `m${(next += 1)}`),
  };
}

it('hears the stream without a consumer, and gets one missed message or several', async () => {
  const server = await natsServer();
  const { publish, consumers } = await publisher(server.url);
  const { start, reached } = desk(server.url, '83', deskAsAda);
  const first = start();
  await first.phase('connected');
  await publish('83', '1');
  await publish('84', 'of another');
  expect(await first.texts(1)).toEqual(['1']);
  expect(first.frames[0]).toMatchObject({ waited: false, topic: 'calls.agent.83' });
  expect(await consumers()).toBe(0);
  await reached(1);
  first.transport.stop();

  await publish('83', '2');
  const second = start();
  expect(await second.texts(1)).toEqual(['2']);
  expect(second.frames[0]?.waited).toBe(true);
  await reached(3);
  second.transport.stop();

  for (const text of ['3', '4', '5']) await publish('83', text);
  const third = start();
  expect(await third.texts(3)).toEqual(['3', '4', '5']);
  await publish('83', '6');
  expect(await third.texts(4)).toEqual(['3', '4', '5', '6']);
  await reached(7);
  await until(async () => ((await consumers()) === 0 ? true : undefined), 'no consumer');
}, 60_000);

it('gets what a publisher without order has published meanwhile', async () => {
  const server = await natsServer();
  const { client } = await publisher(server.url);
  const { start, reached } = desk(server.url, '83', deskAsAda);
  const first = start();
  await first.phase('connected');
  first.transport.stop();
  for (const text of ['1', '2']) await client.publish('calls.agent.83', text);
  const second = start();
  expect(await second.texts(2)).toEqual(['1', '2']);
  await reached(2);
  // The same again is another message.
  await client.publish('calls.agent.83', '2');
  expect(await second.texts(3)).toEqual(['1', '2', '2']);
}, 60_000);

it('loses nothing when the server is killed under load', async () => {
  const server = await natsServer();
  const again = { maxReconnectAttempts: -1, reconnectTimeWait: 100 };
  const { publish } = await publisher(server.url, { ...asAda, ...again });
  const received = desk(server.url, '83', deskAsAda).start();
  await received.phase('connected');
  const acknowledged: string[] = [];
  const load = { isOver: false };
  const publishing = (async () => {
    for (let index = 0; !load.isOver; index += 1) {
      const text = `event ${index}`;
      await publish('83', text).then(
        () => acknowledged.push(text),
        // While the server is away; the others of this process must have their turn.
        () => new Promise((resolve) => setImmediate(resolve)),
      );
    }
  })();
  onTestFinished(() => void (load.isOver = true));
  for (let kill = 0; kill < 3; kill += 1) {
    const before = acknowledged.length;
    await until(() => (acknowledged.length > before + 20 ? true : undefined), 'some events');
    await server.kill();
    await server.start();
  }
  load.isOver = true;
  await publishing;
  await until(() => {
    const got = new Set(received.frames.map(({ text }) => text));
    return acknowledged.every((text) => got.has(text)) ? true : undefined;
  }, 'all that was acknowledged');
}, 120_000);

it('signs in with the credentials of an agent, which open the own subject only', async () => {
  const { server, deskCredentials, gatewayCredentials } = await natsAccounts();
  const authenticator = credsAuthenticator(new TextEncoder().encode(gatewayCredentials));
  const { publish } = await publisher(server.url, { authenticator });
  const credentials = await deskCredentials('83');
  const { start } = desk(server.url, '83', { credentials });
  const first = start();
  await first.phase('connected');
  await publish('83', '1');
  expect(await first.texts(1)).toEqual(['1']);
  first.transport.stop();
  for (const text of ['2', '3']) await publish('83', text);
  // A field keeps no line breaks.
  const pasted = { credentials: credentials.replaceAll('\n', '') };
  const own = start(pasted);
  expect((await own.texts(3)).slice(-2)).toEqual(['2', '3']);

  const curious = desk(server.url, '83', { credentials: await deskCredentials('84') }).start();
  await curious.phase('waiting');
  expect(saidBy(curious.statuses.at(-1)?.problem)).toContain('refused');
  await publish('83', '4');
  await own.texts(4);
  expect(curious.frames).toEqual([]);

  const late = await deskCredentials('83', new Date(Date.now() - 60_000));
  const expired = desk(server.url, '83', { credentials: late }).start();
  await expired.phase('waiting');
  expect(saidBy(expired.statuses.at(-1)?.problem)).toContain('refused');
  const broken = desk(server.url, '83', { credentials: 'not a .creds file' }).start();
  await broken.phase('waiting');
  expect(saidBy(broken.statuses.at(-1)?.problem)).toContain('refused');
}, 60_000);
