import mqtt, { type MqttClient } from 'mqtt';
import type { Clock } from '../ports/clock.ts';
import { errorText, type Log } from '../ports/log.ts';
import type { DialSocket } from '../ports/socket.ts';
import { reconnectDelay } from './reconnect-delay.ts';
import type { Transport, TransportHandlers } from './transport.ts';

/** Seconds. A silent broker is found dead after one and a half of these, within 10 s. */
const keepalive = 6;
/** Seconds for which the broker keeps what comes while this desk is away: a working day. */
const sessionExpiryInterval = 12 * 3600;
/** What arrives this soon after connecting had been waiting at the broker (milliseconds). */
const catchUp = 3_000;

export interface MqttSettings {
  readonly url: string;
  readonly topics: readonly string[];
  /** Names the session at the broker; must stay the same, or what waited there is lost. */
  readonly clientId: string;
  readonly user: string | undefined;
  readonly password: string | undefined;
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
  private attempt = 0;
  private problem = '';
  private connectedAt = 0;
  private cancelRetry: (() => void) | undefined;

  public constructor(
    private readonly settings: MqttSettings,
    private readonly deps: MqttDeps,
    private readonly handlers: TransportHandlers,
  ) {}

  public start(): void {
    this.connect();
  }

  public stop(): void {
    this.stopped = true;
    this.cancelRetry?.();
    this.client?.end();
    this.handlers.status({ phase: 'stopped', problem: '' });
  }

  public probe(): void {
    // Reconnecting is cheap: the session and what waits in it stay at the broker.
    if (!this.stopped) this.client?.stream.destroy();
  }

  private connect(): void {
    this.handlers.status({ phase: 'connecting', problem: '' });
    this.problem = 'The server closed the connection.';
    this.deps
      .dialSocket(this.settings.url, ['mqtt'])
      .then((open) => this.run(open))
      .catch((error: unknown) => {
        this.problem = problemOf(error);
        this.closed();
      });
  }

  private run(open: () => WebSocket): void {
    if (this.stopped) return;
    const { url, clientId, user, password } = this.settings;
    const client = mqtt.connect(url, {
      protocolVersion: 5,
      clientId,
      clean: false,
      properties: { sessionExpiryInterval },
      keepalive,
      connectTimeout: 10_000,
      reconnectPeriod: 0, // ours: with full jitter
      createWebsocket: open,
      ...(user !== undefined && { username: user }),
      ...(password !== undefined && { password }),
    });
    this.client = client;
    // What waited can arrive before the connection is announced.
    this.connectedAt = this.deps.clock.now();
    client.on('connect', () => this.connected(client));
    client.on('error', (error) => (this.problem = problemOf(error)));
    client.on('message', (topic, payload) => this.received(topic, payload));
    client.on('close', () => {
      client.end(true);
      if (this.client === client) this.closed();
    });
  }

  private connected(client: MqttClient): void {
    this.attempt = 0;
    this.connectedAt = this.deps.clock.now();
    client.subscribe([...this.settings.topics], { qos: 1 }, (error) => {
      if (error === null) {
        this.handlers.status({ phase: 'connected', problem: '' });
        return;
      }
      this.problem = `The server refused the topics: ${errorText(error)}.`;
      client.end(true);
    });
  }

  private received(topic: string, payload: Buffer): void {
    const receivedAt = this.deps.clock.now();
    this.handlers.frame({
      text: payload.toString('utf8'),
      bytes: payload.byteLength,
      receivedAt,
      topic,
      waited: receivedAt - this.connectedAt < catchUp,
    });
  }

  private closed(): void {
    if (this.stopped) return;
    this.client = undefined;
    const refused = this.problem.startsWith('The server refused');
    const delay = reconnectDelay(this.attempt, this.deps.random(), refused);
    this.attempt += 1;
    const retryAt = this.deps.clock.now() + delay;
    this.handlers.status({ phase: 'waiting', problem: this.problem, retryAt });
    this.cancelRetry = this.deps.clock.after(delay, () => this.connect());
  }
}

function problemOf(error: unknown): string {
  const text = errorText(error);
  if (/not authorized|bad user name|refused: (not|bad|banned)/i.test(text)) {
    return 'The server refused the sign-in. Check the user and password of this source.';
  }
  if (/ECONNREFUSED/i.test(text)) return 'Nothing answers at this address. Is the server running?';
  return `The connection failed: ${text}.`;
}
