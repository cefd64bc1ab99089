import { jetstreamManager } from '@nats-io/jetstream';
import { PermissionViolationError, wsconnect, type NatsConnection } from '@nats-io/nats-core';
import type { Clock } from '../../platform/clock.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import type { DialedSocket, DialSocket } from '../../platform/ports/socket.ts';
import { busProblem, type BusProblem } from './bus-problem.ts';
import { readByConsumer } from './nats-consumer.ts';
import { isHeardLive, NatsLive } from './nats-live.ts';
import { StreamPlaces } from './nats-places.ts';
import { NoReplay } from './nats-replay.ts';
import { requestTimeout, type BusMessage, type StreamReading } from './nats-reading.ts';
import { natsSignIn, type NatsCredentials } from './nats-sign-in.ts';
import { Retry } from './retry.ts';
import type { Handling, Transport, TransportHandlers } from './transport.ts';

export interface NatsSettings {
  readonly url: string;
  readonly stream: string;
  readonly subjects: readonly string[];
  readonly signIn: NatsCredentials;
}

/** Milliseconds in which the library says why, where it knows: a refused sign-in ends in a close too. */
const grace = 250;
/** For a frame that came while this desk stopped: it comes again. */
const abandoned: Handling = { taken: Promise.resolve(), done: new Promise(() => undefined) };
const goneEarly = 'the server closed the connection before it said anything';

export interface NatsDeps {
  readonly dialSocket: DialSocket;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  /** The last message that was handed on; undefined at the very first start. */
  readonly position: () => StreamPosition | undefined;
  readonly remember: (position: StreamPosition) => void;
}

export interface StreamPosition {
  /** When the stream was made, as the server writes it: another stream of the same name counts anew. */
  readonly created: string;
  /** All up to this was acted on; 0 before the first message. */
  readonly sequence: number;
  /** Subjects that were read further, where each is read on its own. */
  readonly subjects?: Readonly<Record<string, number>> | undefined;
}

/**
 * Reads a JetStream stream in order, from after the last message seen: nothing that the stream still holds
 * is lost while this desk was away. Reconnecting is ours, as each new connection resumes from the position.
 */
export class NatsTransport implements Transport {
  private connection: NatsConnection | undefined;
  private stopped = false;
  private readonly retry: Retry;

  public constructor(
    private readonly settings: NatsSettings,
    private readonly deps: NatsDeps,
    private readonly handlers: TransportHandlers,
  ) {
    this.retry = new Retry(deps);
  }

  public start(): void {
    this.connect();
  }

  public stop(): void {
    this.stopped = true;
    this.retry.stop();
    this.connection?.close().catch(() => {
      // It was already gone.
    });
    this.handlers.status({ phase: 'stopped', problem: null });
  }

  public probe(): void {
    if (this.stopped) return;
    // A connection that slept too long fails this and closes; then it is made anew.
    void this.connection?.rtt().catch(() => this.connection?.close());
  }

  private connect(): void {
    this.handlers.status({ phase: 'connecting', problem: null });
    let socket: DialedSocket | undefined;
    const run = async (): Promise<void> => {
      socket = await this.deps.dialSocket(this.settings.url, []);
      await this.run(socket);
    };
    run()
      .then(
        () => this.closed(busProblem(undefined, socket?.failure())),
        (error: unknown) => this.closed(busProblem(error, socket?.failure())),
      )
      .catch((error: unknown) => this.deps.log.error('nats', { problem: errorText(error) }));
  }

  /** Resolves when the connection has ended. */
  private async run({ open, closed }: DialedSocket): Promise<void> {
    const { url, signIn } = this.settings;
    const connecting = wsconnect({
      servers: url,
      reconnect: false,
      timeout: 10_000,
      ...natsSignIn(signIn),
      wsFactory: () => Promise.resolve({ socket: open(), encrypted: url.startsWith('wss:') }),
    });
    // The library waits out its whole timeout for a server that has already gone.
    const gone = new Promise<never>((_resolve, reject) => {
      void closed.then(() => this.deps.clock.after(grace, () => reject(new Error(goneEarly))));
    });
    const connection = await Promise.race([connecting, gone]);
    connecting.catch(() => undefined);
    gone.catch(() => undefined);
    this.connection = connection;
    if (this.stopped) return connection.close();
    const ended = connection.closed();
    try {
      await this.read(connection);
    } finally {
      await connection.close();
    }
    const reason = await ended;
    if (reason instanceof Error) throw reason;
  }

  private async read(connection: NatsConnection): Promise<void> {
    const { stream, subjects } = this.settings;
    const manager = await jetstreamManager(connection, { timeout: requestTimeout });
    const { state, created, config } = await manager.streams.info(stream);
    const from = this.resumeFrom(created, state);
    const reading: StreamReading = {
      connection,
      stream,
      subjects,
      from,
      last: state.last_seq,
      isCatchingUp: () => this.retry.isCatchingUp(),
      take: (message) => this.take(message),
      remember: (sequence) => {
        if (!this.stopped) this.deps.remember({ created, sequence });
      },
      onConnected: () => {
        this.retry.connected();
        this.handlers.status({ phase: 'connected', problem: null });
      },
    };
    if (isHeardLive(config, subjects)) await this.readLive(reading, created);
    else await readByConsumer(reading);
  }

  private async readLive(reading: StreamReading, created: string): Promise<void> {
    const { from, subjects } = reading;
    const position = this.deps.position();
    // Places of the stream before mean nothing in one that was made anew.
    const known = position?.sequence === from - 1 ? position.subjects : undefined;
    const done = new StreamPlaces(subjects, from - 1, known);
    const remember = (): void => {
      if (this.stopped) return;
      this.deps.remember({ created, sequence: done.lowest(), subjects: done.all() });
    };
    const taken = new StreamPlaces(subjects, from - 1, known);
    try {
      await new NatsLive(reading, { ...this.deps, taken, done, remember }).run();
    } catch (error) {
      if (!(error instanceof PermissionViolationError) && !(error instanceof NoReplay)) throw error;
      this.deps.log.info('nats: read through a consumer', { because: errorText(error) });
      // What was acted on comes again from here, and is known by its ID.
      await readByConsumer({ ...reading, from: done.lowest() + 1 });
    }
  }

  private take({ subject, data, waited }: BusMessage): Handling {
    if (this.stopped) return abandoned;
    return this.handlers.frame({
      text: new TextDecoder().decode(data),
      bytes: data.byteLength,
      receivedAt: this.deps.clock.now(),
      topic: subject,
      waited,
    });
  }

  /** The sequence to begin with, after the last message seen. */
  private resumeFrom(created: string, state: { first_seq: number; last_seq: number }): number {
    const { log, remember } = this.deps;
    const position = this.deps.position();
    if (position === undefined) {
      // At the very first start only new messages: yesterday's calls are irrelevant.
      remember({ created, sequence: state.last_seq });
      return state.last_seq + 1;
    }
    if (position.created !== created || position.sequence > state.last_seq) {
      log.warn('the stream was made anew: reading it from its beginning', { created });
      return Math.max(1, state.first_seq);
    }
    if (state.first_seq > position.sequence + 1) {
      log.warn('events lost: the stream no longer holds them', {
        from: position.sequence + 1,
        to: state.first_seq - 1,
      });
    }
    return position.sequence + 1;
  }

  private closed({ text, refused }: BusProblem): void {
    if (this.stopped) return;
    this.handlers.status(this.retry.after(text, refused, () => this.connect()));
  }
}
