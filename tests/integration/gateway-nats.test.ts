import { expect, it } from 'vitest';
import { NatsTransport } from '../../electron/features/sources/nats-transport.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { createDialSocket } from '../../electron/platform/network/dial-socket.ts';
import { natsServer } from '../support/bus-servers.ts';
import { callEvent } from '../support/events.ts';
import { builtGateway, feed, startGateway } from '../support/gateway.ts';
import { listen } from '../support/listen.ts';

const program = builtGateway();

it('publishes from several gateways to the desks at one NATS, each event once', async () => {
  const server = await natsServer();
  const publish = {
    type: 'nats' as const,
    servers: [server.tcp],
    user: 'ada',
    password: 'secret',
  };
  const feeds = [feed({ routes: [{ when: { queue: ['7'] }, to: { everybody: true } }] })];
  const gateways = [
    await startGateway(program(), { publish, feeds }),
    await startGateway(program(), { publish, feeds }),
  ];
  const desk = listen(
    (handlers) =>
      new NatsTransport(
        {
          url: server.url,
          stream: 'CALLS',
          // Debian's server filters by one subject.
          subjects: ['calls.>'],
          signIn: { user: 'ada', password: 'secret' },
        },
        {
          dialSocket: createDialSocket({
            authorities: () => [],
            resolveProxy: () => Promise.resolve('DIRECT'),
            proxyCredentials: () => undefined,
          }),
          clock: systemClock,
          log: { info: () => undefined, warn: () => undefined, error: () => undefined },
          random: Math.random,
          position: () => undefined,
          remember: () => undefined,
        },
        handlers,
      ),
  );
  await desk.phase('connected');
  const event = callEvent('ringing', { callId: 'a' });
  const answers = [];
  for (const gateway of gateways) answers.push((await gateway.post(event)).text);
  expect(answers[0]).toContain('"events":1,"duplicates":0');
  expect(answers[1]).toContain('"events":0,"duplicates":1');
  const nobody = { agent: undefined, callId: 'b' };
  await gateways[1]?.post(callEvent('queued', { ...nobody, queue: { id: '7' } }));
  await gateways[1]?.post(callEvent('queued', { ...nobody, callId: 'c', queue: { id: '99' } }));
  await desk.texts(2);
  expect(desk.frames.map(({ topic }) => topic)).toEqual(['calls.agent.83', 'calls.everybody']);

  await server.stop();
  const refused = await gateways[0]?.post(callEvent('ringing', { callId: 'd' }));
  expect(refused?.status).toBe(503);
}, 60_000);
