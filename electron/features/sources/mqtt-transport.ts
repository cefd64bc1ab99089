import mqtt, { type MqttClient } from 'mqtt';
import type { Clock } from '../../platform/clock.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import type { DialedSocket, DialSocket } from '../../platform/ports/socket.ts';
import { busProblem, closedByServer } from './bus-problem.ts';
import { Retry } from './retry.ts';
import type { Transport, TransportHandlers } from './transport.ts';
import { limits } from '../../../shared/limits.ts';
import { message } from '../../../shared/text/message.ts';

/** Seconds. A silent broker is found dead after one and a half of these, within 10 s. */
const keepalive = 6;
/** Seconds for which the broker keeps what comes while this desk is away: a working day. */
const sessionExpiryInterval = 12 * 3600;
export interface MqttSettings {
  readonly url: string;
  readonly topics: readonly string[];
  /** Names the session at the broker; must stay the same, or what waited there is lost. */
  readonly clientId: string;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** False: the broker forgets the session at once, and what an earlier one subscribed to. */
  readonly keepsSession: boolean;
  /** True: the first connection begins a new session, as the old one has other topics. */
  readonly startsClean?: boolean | undefined;
}

export interface MqttDeps {
  readonly dialSocket: DialSocket;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
}

/** MQTT 5 with a session that outlives the connection, and QoS 1: what comes meanwhile waits at the broker. */
export class MqttTransport implements Transport {
  private client: MqttClient | undefined;
  private stopped = false;
  private hasSession = false;
  private problem = closedByServer;
  private readonly retry: Retry;

  public constructor(
    private readonly settings: MqttSettings,
    private readonly deps: MqttDeps,
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
    this.client?.end();
    this.handlers.status({ phase: 'stopped', problem: null });
  }

  public probe(): void {
    // Reconnecting is cheap: the session and what waits in it stay at the broker.
    if (!this.stopped) this.client?.stream.destroy();
  }

  private connect(): void {
    this.handlers.status({ phase: 'connecting', problem: null });
    this.problem = closedByServer;
    this.deps
      .dialSocket(this.settings.url, ['mqtt'])
      .then((socket) => this.run(socket))
      .catch((error: unknown) => {
        this.problem = busProblem(error, undefined);
        this.closed();
      });
  }

  private run(socket: DialedSocket): void {
    if (this.stopped) return;
    const { url, clientId, user, password, keepsSession, startsClean } = this.settings;
    const client = mqtt.connect(url, {
      protocolVersion: 5,
      clientId,
      clean: !keepsSession || (startsClean === true && !this.hasSession),
      properties: {
        sessionExpiryInterval: keepsSession ? sessionExpiryInterval : 0,
        // What is larger the broker drops instead of sending it.
        maximumPacketSize: limits.busEventBytes,
      },
      keepalive,
      connectTimeout: 10_000,
      reconnectPeriod: 0, // ours: with full jitter
      createWebsocket: socket.open,
      ...(user !== undefined && { username: user }),
      ...(password !== undefined && { password }),
    });
    this.client = client;
    client.on('connect', () => this.connected(client));
    client.on('error', (error) => (this.problem = busProblem(error, socket.failure())));
    // The broker gets its acknowledgement only once the event was processed: until then it redelivers. Events
    // held back until a backlog is complete (2 s at most) cannot be waited for: the library brings the next one
    // only after this one.
    client.handleMessage = ({ topic, payload }, acknowledge) => {
      this.received(topic, Buffer.from(payload)).then(
        () => acknowledge(),
        (error: unknown) => acknowledge(new Error(errorText(error))),
      );
    };
    client.on('close', () => {
      client.end(true);
      const failure = socket.failure();
      if (failure !== undefined) this.problem = busProblem(undefined, failure);
      if (this.client === client) this.closed();
    });
  }

  private connected(client: MqttClient): void {
    this.hasSession = true;
    client.subscribe([...this.settings.topics], { qos: 1 }, (error) => {
      if (error === null) {
        this.retry.connected();
        this.handlers.status({ phase: 'connected', problem: null });
        return;
      }
      this.problem = {
        text: message('problem.source.topicsRefused', { reason: errorText(error) }),
        refused: true,
      };
      client.end(true);
    });
  }

  private received(topic: string, payload: Buffer): Promise<void> {
    return this.handlers.frame({
      text: payload.toString('utf8'),
      bytes: payload.byteLength,
      receivedAt: this.deps.clock.now(),
      topic,
      waited: this.retry.isCatchingUp(),
    }).taken;
  }

  private closed(): void {
    if (this.stopped) return;
    this.client = undefined;
    const { text, refused } = this.problem;
    this.handlers.status(this.retry.after(text, refused, () => this.connect()));
  }
}
