import type { Attempt, Delivery } from '../../../shared/model/delivery.ts';
import type { Clock } from '../../platform/clock.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import type { OutboxStore } from '../../platform/storage/storage.ts';

/** Milliseconds between two tries: the first wait, and the longest. */
const firstWait = 1_000;
const longestWait = 60_000;

interface Deps {
  readonly store: OutboxStore;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Writes what became of an attempt. A full disk must not cause a second delivery: the outcome is kept and written later.
 * Only a restart before that repeats the delivery, under its ID.
 */
export class OutcomeWriter {
  private stopped = false;
  private signalStop: () => void = () => undefined;
  private readonly stopping = new Promise<void>((resolve) => (this.signalStop = resolve));

  public constructor(private readonly deps: Deps) {}

  /** @throws once it was stopped, where the outcome could not be written before */
  public async write(delivery: Delivery, attempt: Attempt): Promise<void> {
    const { store, log } = this.deps;
    for (let wait = firstWait; ; wait = Math.min(wait * 2, longestWait)) {
      try {
        await store.attempted(delivery, attempt);
        return;
      } catch (error) {
        if (this.stopped) throw error;
        log.error('attempt not written', { delivery: delivery.id, problem: errorText(error) });
      }
      await Promise.race([this.stopping, this.after(wait)]);
    }
  }

  /** What waits is tried once more. */
  public stop(): void {
    this.stopped = true;
    this.signalStop();
  }

  private after(ms: number): Promise<void> {
    return new Promise((resolve) => void this.deps.clock.after(ms, resolve));
  }
}
