import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/logging/log.ts';
import type { CrmPartition } from './crm-partition.ts';
import { createCrmWindow, type CrmWindow } from './create-window.ts';

/**
 * Long enough that preparing the next window never competes with painting the one just opened
 * (milliseconds).
 */
const refillAfter = 1_500;
/** Creating a window blocks for 25 ms; at start-up, connecting the phone system comes first (milliseconds). */
const fillAfter = 150;

/**
 * Keeps one hidden window ready: measured, it paints in less than half of a fresh one's time. It shows
 * about:blank, so no CRM is asked for anything before a call.
 */
export class WindowPool {
  private ready: { created: CrmWindow; partition: CrmPartition } | undefined;
  private cancelFill: (() => void) | undefined;
  private filled: Promise<void> = Promise.resolve();

  public constructor(
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Prepares for a partition; undefined switches preparing off. */
  public prepare(partition: CrmPartition | undefined): void {
    this.cancelFill?.();
    this.cancelFill = undefined;
    if (this.ready?.partition !== partition) this.discard();
    if (partition !== undefined && this.ready === undefined) this.fillIn(fillAfter, partition);
  }

  /** Resolves when the window being prepared is ready, or at once where none is. */
  public settled(): Promise<void> {
    return this.filled;
  }

  /** The prepared window where there is one for the partition, else a fresh one. */
  public take(partition: CrmPartition): CrmWindow {
    const ready = this.ready;
    if (ready?.partition !== partition || ready.created.window.isDestroyed()) {
      return createCrmWindow(partition, this.log);
    }
    this.ready = undefined;
    this.cancelFill?.();
    this.fillIn(refillAfter, partition);
    return ready.created;
  }

  public dispose(): void {
    this.prepare(undefined);
  }

  private fillIn(milliseconds: number, partition: CrmPartition): void {
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
    const created = createCrmWindow(partition, this.log);
    this.ready = { created, partition };
    return created.guarded;
  }

  private discard(): void {
    const { ready } = this;
    this.ready = undefined;
    if (ready !== undefined && !ready.created.window.isDestroyed()) ready.created.window.destroy();
  }
}
