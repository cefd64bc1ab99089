import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { wsconnect } from '@nats-io/nats-core';
import mqtt from 'mqtt';
import { WebSocket as NodeWebSocket } from 'ws';

/** What a call system would do: make the stream, publish. */
export async function publishToNats(
  url: string,
  subject: string,
  texts: readonly string[],
): Promise<void> {
  const connection = await wsconnect({
    servers: url,
    user: 'ada',
    pass: 'secret',
    wsFactory: (address) =>
      Promise.resolve({
        socket: new NodeWebSocket(address) as unknown as WebSocket,
        encrypted: false,
      }),
  });
  const manager = await jetstreamManager(connection);
  await manager.streams.add({ name: 'CALLS', subjects: ['calls.>'] });
  for (const text of texts) await jetstream(connection).publish(subject, text);
  await connection.close();
}

export async function publishToMqtt(
  url: string,
  topic: string,
  texts: readonly string[],
): Promise<void> {
  const client = await mqtt.connectAsync(url, { protocolVersion: 5 });
  for (const text of texts) await client.publishAsync(topic, text, { qos: 1 });
  await client.endAsync();
}
