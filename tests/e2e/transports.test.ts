import { expect, it } from 'vitest';
import { publishToMqtt, publishToNats } from '../support/bus-clients.ts';
import { mosquittoServer, natsServer } from '../support/bus-servers.ts';
import { oneCrmConfig, type ConfigFile } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Transport = NonNullable<ConfigFile['sources']>[number]['transport'];
const ringing = (callId: string, secondsAgo = 0): string =>
  JSON.stringify({
    ...callEvent('ringing', { callId }),
    time: new Date(Date.now() - secondsAgo * 1000).toISOString(),
  });

const buses = [
  {
    name: 'NATS',
    server: natsServer,
    transport: (url: string): Transport => ({
      type: 'nats',
      url,
      stream: 'CALLS',
      subjects: ['calls.agent.${agent.id}'],
      user: 'ada',
      password: 'secret',
    }),
    publish: (url: string, texts: string[]) => publishToNats(url, 'calls.agent.83', texts),
  },
  {
    name: 'MQTT',
    server: mosquittoServer,
    transport: (url: string): Transport => ({
      type: 'mqtt',
      url,
      topics: ['calls/agent/${agent.id}'],
    }),
    publish: (url: string, texts: string[]) => publishToMqtt(url, 'calls/agent/83', texts),
  },
] as const;

it.each(buses)(
  'does the main job over $name, and loses no call while server or desk is away',
  async (bus) => {
    const server = await bus.server();
    await bus.publish(server.url, []);
    const crm = await startCrm();
    const base = oneCrmConfig('ws://unused', { url: crm.url });
    const config = {
      ...base,
      sources: [{ id: 'bus', name: 'Bus', transport: bus.transport(server.url) }],
    };
    const folder = temporaryFolder();
    const ringcue = await launchRingcue({ config, folder });
    await ringcue.desk.getByText('Connected', { exact: true }).waitFor();
    const first = ringing('1');
    await bus.publish(server.url, [first, first]);
    await crm.visited(1);

    await server.stop();
    await ringcue.desk.getByText('Reconnecting').waitFor();
    await server.start();
    await bus.publish(server.url, [ringing('2')]);
    await crm.visited(2);
    await ringcue.popup(2);
    await ringcue.close();

    await bus.publish(server.url, [ringing('old', 600), ringing('3', 30)]);
    const again = await launchRingcue({ config, folder });
    await crm.visited(3);
    await again.popup(1);
    await again.desk.getByText(/^3\d s late, after an outage$/).waitFor();
    expect(again.log()).toMatch(/reason="stale" ageSeconds=6\d\d/);
    expect(crm.visits.map((visit) => new URL(visit, crm.origin).searchParams.get('call'))).toEqual([
      '1',
      '2',
      '3',
    ]);
  },
);
