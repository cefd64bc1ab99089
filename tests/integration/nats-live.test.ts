import { jetstreamManager } from '@nats-io/jetstream';
import { expect, it, onTestFinished } from 'vitest';
import {
  NatsTransport,
  type StreamPosition,
} from '../../electron/features/sources/nats-transport.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { createDialSocket } from '../../electron/platform/network/dial-socket.ts';
import { connectToNats } from '../support/bus-clients.ts';
import { natsAgent } from '../support/scaling-rules.ts';
import { natsServer } from '../support/bus-servers.ts';
import { callEvent } from '../support/events.ts';
import { builtGateway, startGateway, type RunningGateway } from '../support/gateway.ts';
import { listen } from '../support/listen.ts';
import { natsAccounts } from '../support/nats-accounts.ts';
import { until } from '../support/until.ts';

const program = builtGateway();
const asAda = { user: 'ada', password: 'secret' };
type SignIn = ConstructorParameters<typeof NatsTransport>[0]['signIn'];
const common = {
  dialSocket: createDialSocket({
    authorities: () => [],
    resolveProxy: () => Promise.resolve('DIRECT'),
    proxyCredentials: () => undefined,
  }),
  clock: systemClock,
  random: () => 0,
};

const ownSubjects = ['calls.agent.83', 'calls.everybody'];
/** A consumer of Debian's server filters by one subject. */
const oneSubject = ['calls.agent.83'];

/** One desk, whose place in the stream outlives it. */
function desk(url: string, signIn: SignIn = asAda, subjects = ownSubjects) {
  const kept: { position: StreamPosition | undefined } = { position: undefined };
  const said: string[] = [];
  const start = () => {
    const listening = listen(
      (handlers) =>
        new NatsTransport(
          { url, stream: 'CALLS', subjects, signIn },
          {
            ...common,
            log: {
              info: (text) => void said.push(text),
              warn: () => undefined,
              error: () => undefined,
            },
            position: () => kept.position,
            remember: (position) => (kept.position = position),
          },
          handlers,
        ),
    );
    const calls = async (count: number) =>
      (await listening.texts(count)).map((text) => /"callId":"(\w+)"/.exec(text ?? '')?.[1]);
    return { ...listening, calls };
  };
  return { start, said };
}

async function consumersOf(url: string) {
  const connection = await connectToNats(url, { user: 'ada', pass: 'secret' });
  onTestFinished(() => connection.close());
  const manager = await jetstreamManager(connection);
  return async (): Promise<number> => (await manager.streams.info('CALLS')).state.consumer_count;
}

const startAt = (tcp: string): Promise<RunningGateway> =>
  startGateway(program(), { publish: { type: 'nats', servers: [tcp], ...asAda } });

const ring = async (gateway: RunningGateway, ...calls: readonly string[]): Promise<void> => {
  for (const callId of calls) await gateway.post(callEvent('ringing', { callId }));
};

it('hears the stream without a consumer, and gets one missed event or several', async () => {
  const server = await natsServer();
  const gateway = await startAt(server.tcp);
  const consumers = await consumersOf(server.url);
  const { start, said } = desk(server.url);
  const first = start();
  await first.phase('connected');
  await ring(gateway, 'a');
  await gateway.post(callEvent('ringing', { callId: 'colleagues', agent: { id: '84' } }));
  expect(await first.calls(1)).toEqual(['a']);
  expect(first.frames[0]).toMatchObject({ waited: false, topic: 'calls.agent.83' });
  first.transport.stop();

  await ring(gateway, 'b');
  const second = start();
  expect(await second.calls(1)).toEqual(['b']);
  expect(second.frames[0]?.waited).toBe(true);
  second.transport.stop();

  // More than one answer of a gateway holds.
  const many = Array.from({ length: 250 }, (_, index) => `m${index}`);
  await ring(gateway, ...many);
  const third = start();
  expect(await third.calls(250)).toEqual(many);
  await ring(gateway, 'c');
  expect((await third.calls(251)).at(-1)).toBe('c');
  expect(third.frames).toHaveLength(251);
  expect(await consumers()).toBe(0);
  expect(said).toEqual([]);
}, 60_000);

it('reads through a consumer what no gateway repeats, and loses nothing', async () => {
  const server = await natsServer();
  const gateway = await startAt(server.tcp);
  const { start, said } = desk(server.url, asAda, oneSubject);
  const first = start();
  await first.phase('connected');
  first.transport.stop();
  await ring(gateway, 'a', 'b');
  await gateway.stop();
  const second = start();
  expect(await second.calls(2)).toEqual(['a', 'b']);
  expect(said).toEqual(['nats: read through a consumer']);
}, 60_000);

it('loses nothing when the server is killed under load', async () => {
  const server = await natsServer();
  const gateway = await startAt(server.tcp);
  const consumers = await consumersOf(server.url);
  const received = desk(server.url).start();
  await received.phase('connected');
  const acknowledged: string[] = [];
  const load = { isOver: false };
  onTestFinished(() => void (load.isOver = true));
  const posting = (async () => {
    for (let index = 0; !load.isOver; index += 1) {
      const callId = `c${index}`;
      const { status } = await gateway.post(callEvent('ringing', { callId }));
      if (status === 200) acknowledged.push(callId);
    }
  })();
  for (let kill = 0; kill < 3; kill += 1) {
    const before = acknowledged.length;
    await until(() => (acknowledged.length > before + 20 ? true : undefined), 'some events');
    await server.kill();
    await server.start();
  }
  load.isOver = true;
  await posting;
  await until(async () => {
    const got = new Set(await received.calls(1));
    return acknowledged.every((call) => got.has(call)) ? true : undefined;
  }, 'all that was acknowledged');
  expect(await consumers()).toBe(0);
}, 120_000);

it('lets an agent hear and ask for the own subject only', async () => {
  const { server, deskCredentials, gatewayCredentials } = await natsAccounts();
  const gateway = await startGateway(program(), {
    publish: { type: 'nats', servers: [server.tcp], credentials: gatewayCredentials },
  });
  const own = desk(server.url, { credentials: await deskCredentials('83') });
  const first = own.start();
  await first.phase('connected');
  first.transport.stop();
  await ring(gateway, 'a', 'b');
  expect(await own.start().calls(2)).toEqual(['a', 'b']);
  expect(own.said).toEqual([]);

  const ofAnother = { credentials: await deskCredentials('84') };
  const curious = desk(server.url, ofAnother, oneSubject).start();
  await curious.phase('waiting');
  await ring(gateway, 'c');
  expect(curious.frames).toEqual([]);
}, 60_000);

it('keeps what an agent has sent to others’ subjects from the stream and from colleagues', async () => {
  const server = await natsServer([natsAgent('83', 'secret'), natsAgent('84', 'secret')]);
  const gateway = await startAt(server.tcp);
  await ring(gateway, 'a', 'b');
  const eve = await connectToNats(server.url, { user: '83', pass: 'secret' });
  onTestFinished(() => eve.close());
  const grace = desk(server.url, { user: '84', password: 'secret' }, ['calls.agent.84']).start();
  await grace.phase('connected');
  const replies = ['$JS.API.STREAM.DELETE.CALLS', 'calls.agent.84', 'live.calls.agent.84'];
  for (const reply of replies) {
    eve.publish('replay.calls.agent.83', JSON.stringify({ after: 0, until: 2 }), { reply });
  }
  eve.publish('$JS.API.DIRECT.GET.CALLS.calls.agent.83', '', { reply: 'live.calls.agent.84' });
  await eve.flush();
  await gateway.post(callEvent('ringing', { callId: 'c', agent: { id: '84' } }));
  expect(await grace.calls(1)).toEqual(['c']);
  expect(grace.frames).toHaveLength(1);
}, 60_000);
