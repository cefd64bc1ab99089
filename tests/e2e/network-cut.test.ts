import { expect, it } from 'vitest';
import { publishToMqtt, publishToNats } from '../support/bus-clients.ts';
import { mosquittoServer, natsServer } from '../support/bus-servers.ts';
import { oneCrmConfig, type ConfigFile } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { cuttableServer } from '../support/cut-network.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { until } from '../support/until.ts';

type Transport = NonNullable<ConfigFile['sources']>[number]['transport'];

const portOf = (url: string): number => Number(new URL(url).port);
const ringing = (callId: string): string => JSON.stringify(callEvent('ringing', { callId }));

/** An app that hears a phone system through a network that can be cut. */
async function atWork(port: number, transportTo: (host: string) => Transport) {
  const server = await cuttableServer(port);
  const crm = await startCrm();
  const ringcue = await launchRingcue({
    config: {
      ...oneCrmConfig('ws://unused', { url: crm.url }),
      sources: [{ id: 'pbx', name: 'PBX', transport: transportTo(server.host) }],
    },
  });
  const says = (text: string) => ringcue.desk.getByText(text, { exact: true }).first().waitFor();
  await says('Connected');
  const calls = (): string[] =>
    crm.visits.map((visit) => new URL(visit, crm.origin).searchParams.get('call') ?? '');
  const pops = (callId: string) =>
    until(() => calls().includes(callId) || undefined, `the page of ${callId}`, 60_000);
  return { ...ringcue, ...server, says, calls, pops };
}

it('WebSocket: says that a network without a farewell is gone, and shows the next call when it is back', async () => {
  const events = await testEventServer();
  const { cut, mend, says, calls, pops } = await atWork(events.port, (host) => ({
    type: 'websocket',
    url: `ws://${host}/events`,
  }));
  await events.connected();
  events.send(ringing('before'));
  await pops('before');
  cut();
  await says('Reconnecting');
  mend();
  await says('Connected');
  events.send(ringing('after'));
  await pops('after');
  expect(calls()).toEqual(['before', 'after']);
}, 120_000);

const buses = [
  {
    name: 'NATS',
    start: async () => {
      const server = await natsServer();
      const publish = (texts: readonly string[]) =>
        publishToNats(server.url, 'calls.agent.83', texts);
      await publish([]); // makes the stream
      return { url: server.url, publish };
    },
    transport: (host: string): Transport => ({
      type: 'nats',
      url: `ws://${host}`,
      stream: 'CALLS',
      subjects: ['calls.agent.${agent.id}'],
      user: 'ada',
      password: 'secret',
    }),
  },
  {
    name: 'MQTT',
    start: async () => {
      const server = await mosquittoServer();
      const publish = (texts: readonly string[]) =>
        publishToMqtt(server.url, 'calls/agent/83', texts);
      return { url: server.url, publish };
    },
    transport: (host: string): Transport => ({
      type: 'mqtt',
      url: `ws://${host}`,
      topics: ['calls/agent/${agent.id}'],
    }),
  },
] as const;

it.each(buses)(
  '$name: shows each call once that rang while the network was gone without a farewell',
  async ({ start, transport }) => {
    const bus = await start();
    const { cut, mend, says, calls, pops } = await atWork(portOf(bus.url), transport);
    await bus.publish([ringing('before')]);
    await pops('before');
    cut();
    await bus.publish([ringing('meanwhile-1'), ringing('meanwhile-2')]);
    await says('Reconnecting');
    mend();
    await says('Connected');
    await bus.publish([ringing('after')]);
    for (const callId of ['meanwhile-1', 'meanwhile-2', 'after']) await pops(callId);
    expect(calls().sort()).toEqual(['after', 'before', 'meanwhile-1', 'meanwhile-2']);
  },
  120_000,
);
