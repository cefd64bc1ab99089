import { jetstream, jetstreamManager, type JetStreamClient } from '@nats-io/jetstream';
import { connect, credsAuthenticator, nanos, type NatsConnection } from '@nats-io/transport-node';
import { randomUUID } from 'node:crypto';
import type { GatewayConfig, NatsPublish } from '../config/gateway-config.ts';
import { liveSubject } from '../../shared/frames/nats-replay.ts';
import { everybody } from '../routing/audience.ts';
import type { Arrival, KeptEvent, NewEvent } from '../store/records.ts';
import { answerReplays } from './nats-replays.ts';
import { OrderedPublisher } from './ordered-publisher.ts';
import type { Publishing } from './publishing.ts';
import type { Sink } from './sink.ts';

/** Milliseconds: phone systems wait about as long for an answer. */
const publishWithin = 5_000;
const hour = 3_600_000;

/** Keeps nothing itself: several gateways can publish to one NATS, where desks subscribe. */
export async function natsPublishing(
  config: GatewayConfig,
  settings: NatsPublish,
  onProblem: (problem: string) => void,
): Promise<Publishing> {
  const connection = await connectTo(settings);
  try {
    return await publishTo(connection, config, settings, onProblem);
  } catch (error) {
    // An open connection would keep the process, and nothing would start it again.
    await connection.close();
    throw error;
  }
}

function connectTo(settings: NatsPublish): Promise<NatsConnection> {
  const { servers, user, password, token, credentials } = settings;
  return connect({
    servers,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 500,
    // A server that is set up anew may know its users a little later.
    ignoreAuthErrorAbort: true,
    ...(user !== undefined && { user, pass: password ?? '' }),
    ...(token !== undefined && { token }),
    ...(credentials !== undefined && {
      authenticator: credsAuthenticator(new TextEncoder().encode(credentials)),
    }),
  });
}

async function publishTo(
  connection: NatsConnection,
  { keepHours }: GatewayConfig,
  settings: NatsPublish,
  onProblem: (problem: string) => void,
): Promise<Publishing> {
  const { stream, subject } = settings;
  const manager = await jetstreamManager(connection);
  try {
    await manager.streams.info(stream);
  } catch {
    await manager.streams.add({
      name: stream,
      subjects: [`${subject}.>`],
      allow_direct: true,
      // Desks hear a stream with the number of each message, and need no consumer.
      republish: { src: `${subject}.>`, dest: liveSubject(`${subject}.>`) },
      max_age: nanos(keepHours * hour),
    });
  }
  answerReplays(connection, manager, settings, onProblem);
  return {
    sink: new NatsSink(jetstream(connection, { timeout: publishWithin }), subject),
    lastTaker: () => Promise.resolve(undefined),
    isWell: () => connection.rtt(),
    attach: () => undefined,
    farewell: () => undefined,
    close: () => connection.drain(),
  };
}

class NatsSink implements Sink {
  private readonly publisher: OrderedPublisher;

  public constructor(
    client: JetStreamClient,
    private readonly subject: string,
  ) {
    this.publisher = new OrderedPublisher(client);
  }

  /** Resolves when the stream has all of it. What was published before a failure is known when it comes again. */
  public async accept({ feed, events }: Arrival): Promise<readonly KeptEvent[]> {
    return Promise.all(events.map((event) => this.publish(feed, event)));
  }

  private async publish(feed: string, event: NewEvent): Promise<KeptEvent> {
    const { audience, repetition, key, body } = event;
    if (audience.length === 0) return { outcome: 'nobody', seq: 0, audience };
    // Only a key of its own tells a repetition: no gateway knows what another has seen.
    const id = repetition === 'key' ? `${feed}-${key}` : randomUUID();
    const frame = `{"id":"${id}",${body.slice(1)}`;
    const acknowledged = await Promise.all(
      audience.map((agent) =>
        this.publisher.publish(this.subjectOf(agent), frame, `${id}-${agent}`),
      ),
    );
    const isAgain = acknowledged.every(({ duplicate }) => duplicate);
    return { outcome: isAgain ? 'duplicate' : 'routed', seq: 0, audience };
  }

  private subjectOf(agent: string): string {
    return agent === everybody ? `${this.subject}.everybody` : `${this.subject}.agent.${agent}`;
  }
}
