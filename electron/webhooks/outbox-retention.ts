import type { Clock } from '../ports/clock.ts';
import { errorText, type Log } from '../ports/log.ts';
import type { OutboxStore } from '../storage/storage.ts';

/** What is kept of settled deliveries. */
export interface RetentionSettings {
  readonly days: number;
  readonly deliveries: number;
}

/** Milliseconds: looked at this often; between two steps deliveries go first. */
const every = 10 * 60_000;
const betweenSteps = 100;
/** Rows a step. */
const step = 200;

/** Deletes what is old, a little at a time. */
export class OutboxRetention {
  private cancel: (() => void) | undefined;
  private stopped = false;

  public constructor(
    private readonly store: Pick<OutboxStore, 'prune'>,
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
          this.deps.log.warn('old deliveries not deleted', { problem: errorText(error) });
          this.plan(every);
        },
      );
    });
  }

  private prune(): Promise<number> {
    const { days, deliveries } = this.settings();
    const before = this.deps.clock.now() - days * 86_400_000;
    return this.store.prune({ before, keep: deliveries, limit: step });
  }
}
