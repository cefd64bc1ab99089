import type { Settings } from '../../../shared/model/settings.ts';
import type { Clock } from '../clock.ts';
import { errorText, type Log } from '../logging/log.ts';
import type { Retention } from './storage.ts';

/** How long, and how many rows, are kept. */
export interface RetentionSettings {
  readonly days: number;
  readonly rows: number;
}

/** The log, and the calls it speaks of. */
export const retentionOfLog = ({ retention }: Settings): RetentionSettings => ({
  days: retention.days,
  rows: retention.log,
});

interface Prunable {
  /** Deletes some of what is old. @returns how many */
  readonly prune: (retention: Retention) => Promise<number>;
}

/** Milliseconds: looked at this often; between two steps other work goes first. */
const every = 10 * 60_000;
const betweenSteps = 100;
/** Rows a step. */
const step = 200;

/** Deletes what is old, a little at a time. */
export class RowRetention {
  private cancel: (() => void) | undefined;
  private stopped = false;

  public constructor(
    private readonly store: Prunable,
    private readonly settings: () => RetentionSettings,
    private readonly deps: { readonly clock: Clock; readonly log: Log },
  ) {}

  public start(): void {
    this.plan(betweenSteps);
  }

  public stop(): void {
    this.stopped = true;
    this.cancel?.();
  }

  private plan(ms: number): void {
    if (this.stopped) return;
    this.cancel = this.deps.clock.after(ms, () => {
      this.prune().then(
        (deleted) => this.plan(deleted === 0 ? every : betweenSteps),
        (error: unknown) => {
          this.deps.log.warn('old rows not deleted', { problem: errorText(error) });
          this.plan(every);
        },
      );
    });
  }

  private prune(): Promise<number> {
    const { days, rows } = this.settings();
    const before = this.deps.clock.now() - days * 86_400_000;
    return this.store.prune({ before, keep: rows, limit: step });
  }
}
