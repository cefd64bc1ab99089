import type { Clock } from '../../platform/clock.ts';
import { errorText } from '../../platform/logging/log.ts';
import type { ConnectFailure, OpenSocket, Socket } from '../../platform/ports/socket.ts';
import { connectionProblem, isRefusal } from '../../platform/ports/connection-problem.ts';
import { renewToken, type GivenToken } from './renew-token.ts';
import { Retry } from './retry.ts';
import type { TokenAnswer } from './token-request.ts';
import type { Transport, TransportHandlers } from './transport.ts';
import { limits } from '../../../shared/limits.ts';
import { UnreadBytes } from './unread-bytes.ts';
import { message, type Message } from '../../../shared/text/message.ts';

/** A silent socket is detected within 10 s: a ping every 4 s, closed 5 s after an unanswered one. */
const pingEvery = 4_000;
const pongWithin = 5_000;
const probeWithin = 2_000;

/** What one connection needs, with everything filled in. */
export interface ConnectionPlan {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent in this order when the connection opens. */
  readonly messages: readonly string[];
  readonly keepAlive?: { readonly message: string; readonly everyMs: number } | undefined;
}

export interface WebSocketSettings {
  /** Asked before each connection, where the server gives tokens for a short time only. */
  readonly signIn?: (() => Promise<TokenAnswer>) | undefined;
  /** The server refused the token. */
  readonly onRefused?: (() => void) | undefined;
  readonly plan: (token: string | undefined) => ConnectionPlan;
  /** What a server's own ping is answered with; undefined for every other message. */
  readonly pongFor?: ((message: string) => string | undefined) | undefined;
}

export interface WebSocketDeps {
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** A WebSocket that reconnects automatically. */
export class WebSocketTransport implements Transport {
  private socket: Socket | undefined;
  private stopped = false;
  private failure: ConnectFailure | undefined;
  private cancelTimers: (() => void)[] = [];
  private cancelPong: (() => void) | undefined;
  private unread: UnreadBytes | undefined;
  private readonly retry: Retry;
  /** Counts the attempts, so that the answer to an older sign-in is known as old. */
  private attempt = 0;

  public constructor(
    private readonly settings: WebSocketSettings,
    private readonly deps: WebSocketDeps,
    private readonly handlers: TransportHandlers,
  ) {
    this.retry = new Retry(deps);
  }

  public start(): void {
    if (this.stopped) throw new Error('A stopped transport cannot be started again.');
    this.connect();
  }

  public stop(): void {
    this.stopped = true;
    this.clearTimers();
    this.retry.stop();
    this.socket?.close();
    // A peer that does not answer the close frame must not keep the process alive.
    this.deps.clock.after(1_000, this.terminateOf(this.socket));
    this.socket = undefined;
    this.handlers.status({ phase: 'stopped', problem: null });
  }

  public probe(): void {
    if (this.stopped) return;
    if (this.socket === undefined) this.connect();
    else this.ping(probeWithin);
  }

  private readonly terminateOf = (socket: Socket | undefined) => () => socket?.terminate();

  private connect(): void {
    this.clearTimers();
    this.retry.stop();
    this.failure = undefined;
    this.attempt += 1;
    this.handlers.status({ phase: 'connecting', problem: null });
    const { signIn } = this.settings;
    if (signIn === undefined) {
      this.open(undefined);
      return;
    }
    const { attempt } = this;
    const ifCurrent = (run: () => void): void => {
      if (!this.stopped && attempt === this.attempt) run();
    };
    signIn().then(
      (answer) =>
        ifCurrent(() => {
          if (answer.ok) this.open(answer);
          else this.retryAfter(answer.problem, answer.refused);
        }),
      (error: unknown) =>
        ifCurrent(() =>
          this.retryAfter(
            message('problem.source.signInError', { reason: errorText(error) }),
            false,
          ),
        ),
    );
  }

  private open(given: GivenToken | undefined): void {
    const token = given?.token;
    let plan: ConnectionPlan;
    try {
      plan = this.settings.plan(token);
    } catch (error) {
      this.retryAfter(message('problem.source.placeholder', { reason: errorText(error) }), false);
      return;
    }
    const unread = new UnreadBytes({
      pause: () => socket.pause(),
      // The time it was paused says nothing about the server.
      resume: () => {
        this.alive();
        socket.resume();
      },
    });
    this.unread = unread;
    const socket: Socket = this.deps.openSocket(
      // A frame above this ends the connection (ws gives no way to skip one).
      { url: plan.url, headers: plan.headers, maxPayload: limits.socketMessageBytes },
      {
        opened: () =>
          this.ifCurrent(socket, () => {
            this.opened(plan);
            this.renewLater(given);
          }),
        message: (text, bytes) =>
          this.ifCurrent(socket, () => {
            this.alive();
            const receivedAt = this.deps.clock.now();
            const waited = this.retry.isCatchingUp();
            const pong = text === undefined ? undefined : this.settings.pongFor?.(text);
            if (pong !== undefined) socket.send(pong);
            else unread.add(bytes, this.handlers.frame({ text, bytes, receivedAt, waited }).taken);
          }),
        ponged: () => this.ifCurrent(socket, () => this.alive()),
        failed: (failure) => this.ifCurrent(socket, () => (this.failure = failure)),
        closed: () => this.ifCurrent(socket, () => this.closed()),
      },
    );
    this.socket = socket;
  }

  /** A closed socket may still call back: its events are ignored. */
  private ifCurrent(socket: Socket, run: () => void): void {
    if (!this.stopped && this.socket === socket) run();
  }

  private opened({ messages, keepAlive }: ConnectionPlan): void {
    this.retry.connected();
    for (const message of messages) this.socket?.send(message);
    this.handlers.status({ phase: 'connected', problem: null });
    this.every(pingEvery, () => this.ping(pongWithin));
    if (keepAlive !== undefined) {
      this.every(keepAlive.everyMs, () => this.socket?.send(keepAlive.message));
    }
  }

  private renewLater(given: GivenToken | undefined): void {
    const { signIn } = this.settings;
    if (given === undefined || signIn === undefined) return;
    this.cancelTimers.push(
      renewToken(given, signIn, this.deps.clock, (token) => this.replace(token)),
    );
  }

  private replace(given: GivenToken): void {
    this.clearTimers();
    this.retry.stop();
    const old = this.socket;
    this.socket = undefined;
    old?.close();
    this.deps.clock.after(1_000, this.terminateOf(old));
    this.open(given);
  }

  private ping(within: number): void {
    this.socket?.ping();
    if (this.unread?.isPaused() === true) return;
    this.cancelPong ??= this.deps.clock.after(within, () => {
      this.cancelPong = undefined;
      if (this.unread?.isPaused() === true) return;
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
    this.clearTimers();
    const problem = this.failure
      ? connectionProblem(this.failure)
      : message('problem.connection.closed');
    const isRefused = isRefusal(this.failure?.status);
    if (isRefused) this.settings.onRefused?.();
    this.retryAfter(problem, isRefused);
  }

  private retryAfter(problem: Message, refused: boolean): void {
    this.socket = undefined;
    this.handlers.status(this.retry.after(problem, refused, () => this.connect()));
  }

  private every(ms: number, run: () => void): void {
    const index = this.cancelTimers.length;
    const next = (): void => {
      this.cancelTimers[index] = this.deps.clock.after(ms, () => {
        next();
        run();
      });
    };
    next();
  }

  private clearTimers(): void {
    for (const cancel of this.cancelTimers) cancel();
    this.cancelTimers = [];
    this.alive();
  }
}
