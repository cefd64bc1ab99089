import type { Outcome } from '../../../shared/model/delivery.ts';
import type { Clock } from '../../platform/clock.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import type { OutboxStore } from '../../platform/storage/storage.ts';
import { GroupCommit } from '../../../shared/storage/group-commit.ts';

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

  private readonly group = new GroupCommit(
    async (outcomes: readonly Outcome[]) => {
      await this.deps.store.attempted(outcomes);
      return outcomes;
    },
    { waiting: Infinity, together: 500 },
  );
  /** Outcomes that are not written yet. */
  public unwritten = 0;

  public constructor(private readonly deps: Deps) {}

  /** @throws once it was stopped, where the outcome could not be written before */
  public async write(outcome: Outcome): Promise<void> {
    this.unwritten += 1;
    try {
      await this.writeAgain(outcome);
    } finally {
      this.unwritten -= 1;
    }
  }

  /** What waits is tried once more. */
  public stop(): void {
    this.stopped = true;
    this.signalStop();
  }

  private async writeAgain(outcome: Outcome): Promise<void> {
    for (let wait = firstWait; ; wait = Math.min(wait * 2, longestWait)) {
      try {
        await this.group.add(outcome);
        return;
      } catch (error) {
        if (this.stopped) throw error;
        this.deps.log.error('attempt not written', {
          delivery: outcome.delivery.id,
          problem: errorText(error),
        });
      }
      await Promise.race([this.stopping, this.after(wait)]);
    }
  }

  private after(ms: number): Promise<void> {
    return new Promise((resolve) => void this.deps.clock.after(ms, resolve));
  }
}
