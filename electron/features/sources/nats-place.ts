import type { DirectStreamAPI } from '@nats-io/jetstream';
import type { Clock } from '../../platform/clock.ts';
import { keyOf, type Heard, type StreamReading } from './nats-reading.ts';

/** Milliseconds until the stream is asked for the number of what was heard, spread so that thousands do not ask at once. */
const askAfter = 2_000;
const askSpread = 3_000;

export interface PlaceDeps {
  readonly clock: Clock;
  readonly random: () => number;
}

/**
 * Where in a stream a desk is that hears it live. A message that is heard has no number, so the stream is asked for its last
 * one a little later. If that was not heard twice in a row, something was missed.
 */
export class NatsPlace {
  private readonly lastHeard = new Map<string, string>();
  private heardCount = 0;
  private lastDone: Promise<void> = Promise.resolve();
  private sequence: number;
  /** A sequence that was there at the last look, and was not heard. */
  private unheard = 0;
  private cancel: (() => void) | undefined;
  private isStopped = false;

  public constructor(
    private readonly reading: StreamReading,
    private readonly direct: DirectStreamAPI,
    private readonly deps: PlaceDeps,
    private readonly replay: () => Promise<void>,
  ) {
    this.sequence = reading.from - 1;
  }

  /** The first sequence that was not taken. */
  public next(): number {
    return this.sequence + 1;
  }

  /** A message was heard as it was published. */
  public heard(message: Heard, done: Promise<void>): void {
    this.lastHeard.set(message.subject, keyOf(message));
    this.heardCount += 1;
    this.lastDone = done;
    this.askLater();
  }

  /** A message was read from the stream. */
  public read(sequence: number, done: Promise<void>): void {
    this.lastDone = done;
    this.reached(sequence);
  }

  /** All up to here was taken: it counts as soon as it was acted on. */
  public reached(sequence: number): void {
    this.sequence = Math.max(this.sequence, sequence);
    const reached = this.sequence;
    void this.lastDone.then(() => this.reading.remember(reached));
  }

  public stop(): void {
    this.isStopped = true;
    this.cancel?.();
  }

  private askLater(): void {
    if (this.isStopped) return;
    this.cancel ??= this.deps.clock.after(askAfter + askSpread * this.deps.random(), () => {
      this.cancel = undefined;
      // A connection that ends meanwhile leaves the place as it was.
      this.ask().catch(() => undefined);
    });
  }

  private async ask(): Promise<void> {
    const heardBefore = this.heardCount;
    let reached = this.sequence;
    for (const subject of this.reading.subjects) {
      const last = await this.direct.getMessage(this.reading.stream, { last_by_subj: subject });
      if (last === null || last.seq <= this.sequence) continue;
      if (this.lastHeard.get(subject) !== keyOf(last)) return this.notHeard(last.seq);
      reached = Math.max(reached, last.seq);
    }
    if (heardBefore === this.heardCount) this.reached(reached);
    else this.askLater();
  }

  private async notHeard(sequence: number): Promise<void> {
    if (this.unheard === sequence) await this.replay();
    else this.askLater();
    this.unheard = sequence;
  }
}
