import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { publishToMqtt, publishToNats } from '../support/bus-clients.ts';
import { mosquittoServer, natsServer } from '../support/bus-servers.ts';
import { oneCrmConfig, type ConfigFile } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { startEventServer, testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Transport = NonNullable<ConfigFile['sources']>[number]['transport'];

const event = (stage: string, callId: string, secondsAgo = 0): string =>
  JSON.stringify({
    ...callEvent(stage, { callId }),
    time: new Date(Date.now() - secondsAgo * 1000).toISOString(),
  });
const ringing = (callId: string, secondsAgo = 0): string => event('ringing', callId, secondsAgo);

const subscribe = { subscribe: '${agent.id}', after: '${lastEventId}' };
const snapshot = { snapshot: '${agent.id}' };

interface Bus {
  readonly url: string;
  readonly start: () => Promise<unknown>;
  readonly stop: () => Promise<unknown>;
  readonly publish: (texts: readonly string[]) => Promise<unknown>;
}

const buses = [
  {
    name: 'NATS',
    async start(): Promise<Bus> {
      const server = await natsServer();
      const publish = (texts: readonly string[]) =>
        publishToNats(server.url, 'calls.agent.83', texts);
      await publish([]); // makes the stream
      return { ...server, publish };
    },
    transport: (url: string): Transport => ({
      type: 'nats',
      url,
      stream: 'CALLS',
      subjects: ['calls.agent.${agent.id}'],
      user: 'ada',
      password: 'secret',
    }),
  },
  {
    name: 'MQTT',
    async start(): Promise<Bus> {
      const server = await mosquittoServer();
      return { ...server, publish: (texts) => publishToMqtt(server.url, 'calls/agent/83', texts) };
    },
    transport: (url: string): Transport => ({
      type: 'mqtt',
      url,
      topics: ['calls/agent/${agent.id}'],
    }),
  },
  {
    name: 'WebSocket',
    /** Tells what happened meanwhile when it is asked for the snapshot, and not before. */
    async start(): Promise<Bus> {
      let server = await testEventServer();
      return {
        url: server.url,
        stop: () => server.stop(),
        start: async () => (server = await testEventServer(server.port)),
        async publish(texts) {
          const asked = await server.received(2);
          expect(asked.at(1)).toBe('{"snapshot":"83"}');
          for (const text of texts) server.send(text);
        },
      };
    },
    transport: (url: string): Transport => ({ type: 'websocket', url, subscribe, snapshot }),
  },
] as const;

const callsOf = (crm: { visits: string[]; origin: string }): (string | null)[] =>
  crm.visits.map((visit) => new URL(visit, crm.origin).searchParams.get('call'));

async function startOn(bus: (typeof buses)[number]) {
  const server = await bus.start();
  const crm = await startCrm();
  const config = {
    ...oneCrmConfig('ws://unused', { url: crm.url }),
    sources: [{ id: 'bus', name: 'Bus', transport: bus.transport(server.url) }],
  };
  const folder = temporaryFolder();
  const launch = () => launchRingcue({ config, folder });
  return { server, crm, launch };
}

it(
  'pops a call once, and late, that rang while its server was down for 30 s, and loses no event',
  { timeout: 180_000 },
  () => Promise.all(buses.map(outlivesAnOutage)),
);

async function outlivesAnOutage(bus: (typeof buses)[number]): Promise<void> {
  const { server, crm, launch } = await startOn(bus);
  const ringcue = await launch();
  await ringcue.desk.getByText('Connected', { exact: true }).first().waitFor();
  const first = ringing('1');
  await server.publish([first, first]);
  await crm.visited(1);

  await server.stop();
  const outage = wait(30_000);
  await ringcue.desk.getByText('Reconnecting').first().waitFor();
  const rang = ringing('2');
  const ended = Array.from({ length: 20 }, (_, index) => [
    event('ringing', `ended ${index}`),
    event('hangup', `ended ${index}`),
  ]).flat();
  await outage;
  await server.start();
  await server.publish([rang, ...ended, rang]);
  await crm.visited(2);
  await ringcue.popup(2);
  await ringcue.desk.getByText(/^[23]\d s late \(connection was down\)$/).waitFor();
  await ringcue.logged(/reason="over"/, 20);
  await ringcue.logged(/event repeated/);
  expect(callsOf(crm)).toEqual(['1', '2']);
}

it.each(buses.slice(0, 2))(
  'does the main job over $name, and loses no call while the desk is away',
  async (bus) => {
    const { server, crm, launch } = await startOn(bus);
    const ringcue = await launch();
    await ringcue.desk.getByText('Connected', { exact: true }).first().waitFor();
    await server.publish([ringing('1')]);
    await crm.visited(1);
    await ringcue.close();

    await server.publish([ringing('old', 600), ringing('2', 30)]);
    const again = await launch();
    await crm.visited(2);
    await again.popup(1);
    await again.desk.getByText(/^3\d s late \(connection was down\)$/).waitFor();
    await again.logged(/reason="stale" ageSeconds=6\d\d/);
    expect(callsOf(crm)).toEqual(['1', '2']);
  },
);

it('brings a ringing call back after a restart by the snapshot, without a second popup', async () => {
  const events = await startEventServer();
  const crm = await startCrm();
  const config = {
    ...oneCrmConfig('ws://unused', { url: crm.url }),
    sources: [
      {
        id: 'pbx',
        name: 'PBX',
        transport: { type: 'websocket' as const, url: events.url, subscribe, snapshot },
      },
    ],
  };
  const folder = temporaryFolder();
  const first = await launchRingcue({ config, folder });
  expect(await events.received(2)).toEqual(['{"subscribe":"83","after":""}', '{"snapshot":"83"}']);
  const rings = callEvent('ringing', { contactName: 'Grace Hopper' }, 'event-1');
  events.send(rings);
  await crm.visited(1);
  await first.popup(1);
  await first.close();

  const second = await launchRingcue({ config, folder });
  expect((await events.received(4)).slice(2)).toEqual([
    '{"subscribe":"83","after":"event-1"}',
    '{"snapshot":"83"}',
  ]);
  events.send([rings]);
  await second.desk.getByTestId('call').getByText('Grace Hopper').waitFor();
  await second.logged(/event repeated/);
  expect(crm.visits).toHaveLength(1);
  await second.close();
  await events.stop();
});
