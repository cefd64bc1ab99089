/** One process of the scale bench: desks FROM to TO, each with the app's own transport. */
import { createOpenSocket } from '../../electron/platform/network/open-socket.ts';
import { createDialSocket } from '../../electron/platform/network/dial-socket.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { MqttTransport } from '../../electron/features/sources/mqtt-transport.ts';
import { WebSocketTransport } from '../../electron/features/sources/websocket-transport.ts';
import {
  NatsTransport,
  type StreamPosition,
} from '../../electron/features/sources/nats-transport.ts';
import {
  handled,
  type Transport,
  type TransportHandlers,
} from '../../electron/features/sources/transport.ts';

const [transport, url = '', from = '0', to = '0'] = process.argv.slice(2);
const network = {
  authorities: () => [],
  resolveProxy: () => Promise.resolve('DIRECT'),
  proxyCredentials: () => undefined,
};
const openSocket = createOpenSocket(network);
const deps = {
  dialSocket: createDialSocket(network),
  clock: systemClock,
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  random: Math.random,
};

const positions = new Map<number, StreamPosition>();

function create(index: number, handlers: TransportHandlers): Transport {
  switch (transport) {
    case 'nats':
      return new NatsTransport(
        {
          url,
          stream: 'CALLS',
          subjects: [`calls.agent.${index}`],
          signIn: { user: 'ada', password: 'secret' },
        },
        {
          ...deps,
          position: () => positions.get(index),
          remember: (position) => positions.set(index, position),
        },
        handlers,
      );
    case 'mqtt':
      return new MqttTransport(
        {
          url,
          topics: [`calls/agent/${index}`],
          clientId: `desk-${index}`,
          user: undefined,
          password: undefined,
          keepsSession: true,
        },
        deps,
        handlers,
      );
    default: {
      const messages = [JSON.stringify({ subscribe: String(index) })];
      return new WebSocketTransport(
        { plan: () => ({ url, headers: {}, messages }) },
        { ...deps, openSocket },
        handlers,
      );
    }
  }
}

/** Reports go in batches: ten thousand messages of their own would be what is measured. */
let reports: unknown[] = [];
setInterval(() => {
  if (reports.length > 0) process.send?.(reports);
  reports = [];
}, 50);

function start(index: number): void {
  const seen = new Set<string>();
  const handlers: TransportHandlers = {
    frame({ text = '', receivedAt }) {
      const [round = '', sentAt] = text.replace('round ', '').split(' ');
      if (seen.has(round)) return handled;
      seen.add(round);
      reports.push({
        kind: 'received',
        round: Number(round),
        latency: receivedAt - Number(sentAt),
      });
      return handled;
    },
    status({ phase }) {
      if (phase === 'connected') reports.push({ kind: 'connected', at: Date.now() });
    },
  };
  create(index, handlers).start();
}

// A working day begins within minutes, not within one millisecond.
let next = Number(from);
const ramp = setInterval(() => {
  for (let count = 0; count < 20 && next < Number(to); count += 1) start(next++);
  if (next >= Number(to)) clearInterval(ramp);
}, 50);
