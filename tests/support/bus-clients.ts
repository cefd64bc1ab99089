import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { wsconnect, type ConnectionOptions, type NatsConnection } from '@nats-io/nats-core';
import mqtt from 'mqtt';
import { randomUUID } from 'node:crypto';
import { WebSocket as NodeWebSocket } from 'ws';
import { OrderedPublisher } from '../../gateway/publish/ordered-publisher.ts';

/** By WebSocket: one process of the library's cannot have connections of two kinds. */
export const connectToNats = (url: string, options: ConnectionOptions): Promise<NatsConnection> =>
  wsconnect({
    ...options,
    servers: url,
    wsFactory: (address) =>
      Promise.resolve({
        socket: new NodeWebSocket(address) as unknown as WebSocket,
        encrypted: false,
      }),
  });

async function natsConnection(url: string): Promise<NatsConnection> {
  const connection = await connectToNats(url, { user: 'ada', pass: 'secret' });
  const manager = await jetstreamManager(connection);
  // A gateway may have made it already.
  await manager.streams
    .info('CALLS')
    .catch(() => manager.streams.add({ name: 'CALLS', subjects: ['calls.>'] }));
  return connection;
}

/** What a call system would do: make the stream, publish. */
export async function publishToNats(
  url: string,
  subject: string,
  texts: readonly string[],
): Promise<void> {
  const connection = await natsConnection(url);
  for (const text of texts) await jetstream(connection).publish(subject, text);
  await connection.close();
}

export type BusName = 'nats' | 'mqtt' | 'websocket';

/** One event for each of so many agents, with the time of sending behind the text. */
export async function publishEach(
  transport: BusName,
  url: string,
  agents: number,
  text: string,
): Promise<void> {
  const { send, end } = await publishers[transport](url);
  // So many are on their way at once: one by one measures the publisher, all at once floods it.
  const batch = 50;
  for (let first = 0; first < agents; first += batch) {
    const indexes = Array.from({ length: Math.min(batch, agents - first) }, (_, i) => first + i);
    await Promise.all(indexes.map((index) => send(index, `${text} ${Date.now()}`)));
  }
  await end();
}

async function natsPublisher(url: string) {
  const connection = await retried(() => natsConnection(url));
  const stream = new OrderedPublisher(jetstream(connection));
  return {
    send: (index: number, text: string): Promise<unknown> =>
      // A server that has thousands to greet answers late: a call system would try again, too.
      retried(() => stream.publish(`calls.agent.${index}`, text, randomUUID())),
    end: () => connection.close(),
  };
}

async function retried<T>(run: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      console.error(`publishing again: ${String(error)}`);
    }
  }
}

async function mqttPublisher(url: string) {
  const client = await mqtt.connectAsync(url, { protocolVersion: 5 });
  return {
    send: (index: number, text: string): Promise<unknown> =>
      client.publishAsync(`calls/agent/${index}`, text, { qos: 1 }),
    end: () => client.endAsync(),
  };
}

async function webSocketPublisher(url: string) {
  const socket = new NodeWebSocket(url);
  await new Promise((resolve) => socket.once('open', resolve));
  const waiting: (() => void)[] = [];
  socket.on('message', () => waiting.shift()?.());
  return {
    send: (index: number, text: string): Promise<unknown> => {
      socket.send(JSON.stringify({ publish: String(index), text }));
      return new Promise<void>((resolve) => waiting.push(resolve));
    },
    async end() {
      socket.close();
      await Promise.resolve();
    },
  };
}

const publishers = { nats: natsPublisher, mqtt: mqttPublisher, websocket: webSocketPublisher };

export async function publishToMqtt(
  url: string,
  topic: string,
  texts: readonly string[],
  signIn: { username?: string; password?: string } = {},
): Promise<void> {
  const client = await mqtt.connectAsync(url, { protocolVersion: 5, ...signIn });
  for (const text of texts) await client.publishAsync(topic, text, { qos: 1 });
  await client.endAsync();
}
