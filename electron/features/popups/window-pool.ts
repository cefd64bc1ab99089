import type { Clock } from '../../platform/clock.ts';
import type { CrmPartition } from './crm-partition.ts';
import type { CrmWindow } from './create-window.ts';

/** Preparing a window blocks for 25 ms: the page just drawn gets its scripts and pictures first (milliseconds). */
const afterPaint = 200;
/** Where a page draws nothing (milliseconds). */
const atLatest = 1_500;
/** At start-up, connecting the phone system comes first (milliseconds). */
const atStart = 150;

/** What the pool needs of a window. */
interface Prepared {
  readonly window: { isDestroyed(): boolean; destroy(): void };
  readonly guarded: Promise<void>;
}

/**
 * Keeps one hidden window ready: measured, it paints in less than half of a fresh one's time. It shows
 * about:blank, so no CRM is asked for anything before a call.
 */
export class WindowPool<T extends Prepared = CrmWindow> {
  private ready: { created: T; partition: CrmPartition } | undefined;
  /** Whom the next window is for, until it is there. */
  private wanted: CrmPartition | undefined;
  private cancelFill: (() => void) | undefined;
  private filled: Promise<void> = Promise.resolve();

  public constructor(
    private readonly clock: Clock,
    private readonly create: (partition: CrmPartition) => T,
  ) {}

  /** Prepares for a partition; undefined switches preparing off. */
  public prepare(partition: CrmPartition | undefined): void {
    this.cancelFill?.();
    this.cancelFill = undefined;
    this.wanted = undefined;
    if (this.ready?.partition !== partition) this.discard();
    if (partition !== undefined && this.ready === undefined) this.fillIn(atStart, partition);
  }

  /** Resolves when the window being prepared is ready, or at once where none is. */
  public settled(): Promise<void> {
    return this.filled;
  }

  /** The prepared window where there is one for the partition, else a fresh one. */
  public take(partition: CrmPartition): T {
    const ready = this.ready;
    if (ready?.partition !== partition || ready.created.window.isDestroyed()) {
      return this.create(partition);
    }
    this.ready = undefined;
    this.fillIn(atLatest, partition);
    return ready.created;
  }

  /**
   * The next call can ring a second after this one.
   *
   * @param painted resolves when the window just taken shows its page, or will not
   */
  public refillAfter(painted: Promise<unknown>): void {
    void painted.then(() => {
      if (this.wanted !== undefined) this.fillIn(afterPaint, this.wanted);
    });
  }

  public dispose(): void {
    this.prepare(undefined);
  }

  private fillIn(milliseconds: number, partition: CrmPartition): void {
    this.cancelFill?.();
    this.wanted = partition;
    this.filled = new Promise((resolve) => {
      const fill = (): void => void this.fill(partition).then(resolve);
      const cancel = this.clock.after(milliseconds, fill);
      this.cancelFill = () => {
        cancel();
        resolve();
      };
    });
  }

  /** Resolves when the window is ready. */
  private fill(partition: CrmPartition): Promise<void> {
    this.wanted = undefined;
    const created = this.create(partition);
    this.ready = { created, partition };
    return created.guarded;
  }

  private discard(): void {
    const { ready } = this;
    this.ready = undefined;
    if (ready !== undefined && !ready.created.window.isDestroyed()) ready.created.window.destroy();
  }
}
