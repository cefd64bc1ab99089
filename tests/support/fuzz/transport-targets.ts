import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import mqtt from 'mqtt';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MqttTransport } from '../../../electron/features/sources/mqtt-transport.ts';
import { NatsTransport } from '../../../electron/features/sources/nats-transport.ts';
import type { Transport, TransportHandlers } from '../../../electron/features/sources/transport.ts';
import { WebSocketTransport } from '../../../electron/features/sources/websocket-transport.ts';
import { systemClock } from '../../../electron/platform/clock.ts';
import { createDialSocket } from '../../../electron/platform/network/dial-socket.ts';
import { createOpenSocket } from '../../../electron/platform/network/open-socket.ts';
import { connectToNats } from '../bus-clients.ts';
import { startMosquitto, startNats } from '../bus-processes.ts';
import { startEventServer } from '../event-server.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { messages } from './messages.ts';
import { mutated, type Dice } from './mutate.ts';
import { watchedSource, type WatchedSource } from './watched-source.ts';

const network = {
  authorities: () => [],
  resolveProxy: () => Promise.resolve('DIRECT'),
  proxyCredentials: () => undefined,
};
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const random = (): number => 0.5;
const common = { dialSocket: createDialSocket(network), clock: systemClock, log, random };

/** A real server, a way to publish there, and the transport that reads it. */
interface Wire {
  readonly publish: (message: Buffer) => unknown;
  readonly transport: (handlers: TransportHandlers) => Transport;
  readonly stop: () => Promise<void>;
}

/** Near a message, as text or as bytes that are none. */
function mutatedBytes(dice: Dice): Buffer {
  const bytes = Buffer.from(mutated(messages, dice));
  if (bytes.length > 0 && dice.below(10) === 0) bytes[dice.below(bytes.length)] = dice.below(256);
  return bytes;
}

function overWire(name: string, open: (folder: string) => Promise<Wire>): FuzzTarget {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringcue-fuzz-'));
  let wire: Wire | undefined;
  let source: WatchedSource | undefined;
  return {
    name,
    async begin() {
      wire = await open(folder);
      source = watchedSource(wire.transport);
      await source.connected();
    },
    async run(dice) {
      await Promise.all([source?.next(), wire?.publish(mutatedBytes(dice))]);
      source?.check();
      return false;
    },
    async end() {
      source?.stop();
      await wire?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function webSocketWire(): Promise<Wire> {
  const server = await startEventServer();
  const openSocket = createOpenSocket(network);
  const plan = () => ({ url: server.url, headers: {}, messages: [] });
  return {
    // A frame of text must be UTF-8: bytes that are not go as binary.
    publish: (message) => {
      const text = message.toString('utf8');
      return server.send(Buffer.from(text).equals(message) ? text : message);
    },
    transport: (handlers) =>
      new WebSocketTransport({ plan }, { openSocket, clock: systemClock, random }, handlers),
    stop: () => server.stop(),
  };
}

async function natsWire(folder: string): Promise<Wire> {
  const server = await startNats(folder);
  const signIn = { user: 'ada', password: 'secret' };
  const connection = await connectToNats(server.url, { user: 'ada', pass: 'secret' });
  const manager = await jetstreamManager(connection);
  await manager.streams.add({ name: 'CALLS', subjects: ['calls.>'], max_msgs: 1_000 });
  const publisher = jetstream(connection);
  return {
    publish: (message) => publisher.publish('calls.agent.83', message),
    transport: (handlers) =>
      new NatsTransport(
        { url: server.url, stream: 'CALLS', subjects: ['calls.agent.83'], signIn },
        { ...common, position: () => undefined, remember: () => undefined },
        handlers,
      ),
    async stop() {
      await connection.close();
      await server.stop();
    },
  };
}

async function mqttWire(folder: string): Promise<Wire> {
  const server = await startMosquitto(folder);
  const client = await mqtt.connectAsync(server.url, { protocolVersion: 5 });
  const settings = {
    url: server.url,
    topics: ['calls/#'],
    clientId: 'fuzz',
    user: undefined,
    password: undefined,
    keepsSession: false,
  };
  return {
    publish: (message) => client.publishAsync('calls/agent/83', message, { qos: 1 }),
    transport: (handlers) => new MqttTransport(settings, common, handlers),
    async stop() {
      await client.endAsync();
      await server.stop();
    },
  };
}

/** Messages over real connections, to a source that reads them by every dialect. */
export const transportTargets = (): readonly FuzzTarget[] => [
  overWire('websocket', webSocketWire),
  overWire('nats', natsWire),
  overWire('mqtt', mqttWire),
];
