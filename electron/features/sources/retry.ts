import type { Clock } from '../../platform/clock.ts';
import { reconnectDelay } from './reconnect-delay.ts';
import type { TransportStatus } from './transport.ts';
import type { Message } from '../../../shared/text/message.ts';

/** Open this long counts as stable: a server that closes at once must not reset the backoff (milliseconds). */
const stableAfter = 5_000;

/**
 * Messages this soon after connecting are backlog, of the server or its publisher
 * (milliseconds). A long backlog lasts until its first gap; a busy feed without any counts as live at some point.
 */
const catchUp = 3_000;
const gap = 500;
const longestCatchUp = 20_000;

export interface RetryDeps {
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** When a transport connects again: after a growing, random time, and later still when it was refused. */
export class Retry {
  private attempt = 0;
  /** Infinity until a connection is open: messages before that are backlog. */
  private connectedAt = Infinity;
  private lastMessageAt = 0;
  private isCaughtUp = false;
  private cancel: (() => void) | undefined;

  public constructor(private readonly deps: RetryDeps) {}

  public connected(): void {
    this.connectedAt = this.deps.clock.now();
    this.isCaughtUp = false;
    this.schedule(stableAfter, () => (this.attempt = 0));
  }

  /**
   * Plans the next attempt.
   *
   * @param problem a sentence for people
   * @param refused the sign-in was refused: trying every few seconds locks accounts
   * @returns the status to show meanwhile
   */
  public after(problem: Message, refused: boolean, connect: () => void): TransportStatus {
    const delay = reconnectDelay(this.attempt, this.deps.random(), refused);
    this.attempt += 1;
    this.connectedAt = Infinity;
    this.schedule(delay, connect);
    return { phase: 'waiting', problem, retryAt: this.deps.clock.now() + delay };
  }

  /** Whether a message that arrives now had been waiting while this desk was away. Asked for each one. */
  public isCatchingUp(): boolean {
    const now = this.deps.clock.now();
    const sinceConnect = now - this.connectedAt;
    const sinceMessage = now - this.lastMessageAt;
    this.lastMessageAt = now;
    if (sinceConnect < catchUp) return true;
    this.isCaughtUp ||= sinceMessage >= gap || sinceConnect >= longestCatchUp;
    return !this.isCaughtUp;
  }

  public stop(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  private schedule(ms: number, run: () => void): void {
    this.stop();
    this.cancel = this.deps.clock.after(ms, run);
  }
}
