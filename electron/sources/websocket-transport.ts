import type { Clock } from '../ports/clock.ts';
import type { ConnectFailure, OpenSocket, Socket } from '../ports/socket.ts';
import { connectionProblem, isRefusal } from './connection-problem.ts';
import { reconnectDelay } from './reconnect-delay.ts';
import type { Transport, TransportHandlers } from './transport.ts';

/** A silent socket is found dead within 10 s: asked every 4 s, given up 5 s after an unanswered ping. */
const pingEvery = 4_000;
const pongWithin = 5_000;
const probeWithin = 2_000;

/** Open this long counts as stable: a server that closes at once must not reset the backoff. */
const stableAfter = 5_000;

/** What arrives this soon after connecting had been waiting at the server (milliseconds). */
const catchUp = 3_000;

/**
 * A frame above this ends the connection (ws gives no way to skip one). Frames above what a call can
 * need are refused one by one, further in; this only guards memory.
 */
const maxPayload = 32 * 1024 * 1024;

export interface WebSocketSettings {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent when the connection opens. */
  readonly subscribe: () => string | undefined;
}

export interface WebSocketDeps {
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** A WebSocket that comes back by itself. */
export class WebSocketTransport implements Transport {
  private socket: Socket | undefined;
  private stopped = false;
  private attempt = 0;
  private openedAt = 0;
  private failure: ConnectFailure | undefined;
  private cancelTimers: (() => void)[] = [];
  private cancelPong: (() => void) | undefined;

  public constructor(
    private readonly settings: WebSocketSettings,
    private readonly deps: WebSocketDeps,
    private readonly handlers: TransportHandlers,
  ) {}

  public start(): void {
    if (this.stopped) throw new Error('A stopped transport cannot be started again.');
    this.connect();
  }

  public stop(): void {
    this.stopped = true;
    this.clearTimers();
    this.socket?.close();
    // A peer that does not answer the close frame must not keep the process alive.
    this.deps.clock.after(1_000, this.terminateOf(this.socket));
    this.socket = undefined;
    this.handlers.status({ phase: 'stopped', problem: '' });
  }

  public probe(): void {
    if (this.stopped) return;
    if (this.socket === undefined) this.connect();
    else this.ping(probeWithin);
  }

  private readonly terminateOf = (socket: Socket | undefined) => () => socket?.terminate();

  private connect(): void {
    this.clearTimers();
    this.failure = undefined;
    this.handlers.status({ phase: 'connecting', problem: '' });
    const socket: Socket = this.deps.openSocket(
      { url: this.settings.url, headers: this.settings.headers, maxPayload },
      {
        opened: () => this.ifCurrent(socket, () => this.opened()),
        message: (text, bytes) =>
          this.ifCurrent(socket, () => {
            this.alive();
            const receivedAt = this.deps.clock.now();
            const waited = receivedAt - this.openedAt < catchUp;
            this.handlers.frame({ text, bytes, receivedAt, waited });
          }),
        ponged: () => this.ifCurrent(socket, () => this.alive()),
        failed: (failure) => this.ifCurrent(socket, () => (this.failure = failure)),
        closed: () => this.ifCurrent(socket, () => this.closed()),
      },
    );
    this.socket = socket;
  }

  /** A socket that was given up may still call back: its words no longer count. */
  private ifCurrent(socket: Socket, run: () => void): void {
    if (!this.stopped && this.socket === socket) run();
  }

  private opened(): void {
    this.openedAt = this.deps.clock.now();
    const message = this.settings.subscribe();
    if (message !== undefined) this.socket?.send(message);
    this.handlers.status({ phase: 'connected', problem: '' });
    this.timer(stableAfter, () => (this.attempt = 0));
    this.schedulePing();
  }

  private schedulePing(): void {
    this.timer(pingEvery, () => {
      this.ping(pongWithin);
      this.schedulePing();
    });
  }

  private ping(within: number): void {
    this.socket?.ping();
    this.cancelPong ??= this.deps.clock.after(within, () => {
      this.cancelPong = undefined;
      this.failure = { code: 'ETIMEDOUT', message: 'no answer to a ping' };
      const dead = this.socket;
      this.closed();
      dead?.terminate();
    });
  }

  private alive(): void {
    this.cancelPong?.();
    this.cancelPong = undefined;
  }

  private closed(): void {
    this.socket = undefined;
    this.clearTimers();
    const refused = isRefusal(this.failure?.status);
    const delay = reconnectDelay(this.attempt, this.deps.random(), refused);
    this.attempt += 1;
    this.handlers.status({
      phase: 'waiting',
      problem: this.failure ? connectionProblem(this.failure) : 'The server closed the connection.',
      retryAt: this.deps.clock.now() + delay,
    });
    this.timer(delay, () => this.connect());
  }

  private timer(ms: number, run: () => void): void {
    this.cancelTimers.push(this.deps.clock.after(ms, run));
  }

  private clearTimers(): void {
    for (const cancel of this.cancelTimers) cancel();
    this.cancelTimers = [];
    this.alive();
  }
}
