import type { Clock } from '../../../platform/clock.ts';
import type { NextTry } from './problem-script.ts';

/** Between two attempts to load what failed; each waits twice as long (milliseconds). */
const firstRetry = 3_000;
const longestRetry = 60_000;
/** After a key in the note: a page that comes back takes the next keys (milliseconds). */
const afterKey = 10_000;

interface Deps {
  readonly clock: Clock;
  readonly isOnline: () => boolean;
  readonly attempt: () => void;
  /** The next attempt is planned, or another one. */
  readonly onPlanned: (next: NextTry) => void;
}

/** When a page that is not there is asked for again. */
export class RetryPlan {
  private delay = firstRetry;
  private planned: NextTry | undefined;
  private cancel: () => void = () => undefined;

  public constructor(private readonly deps: Deps) {}

  public get next(): NextTry | undefined {
    return this.planned;
  }

  public plan(): void {
    this.wait(this.delay, false);
  }

  /** Somebody writes beside it. */
  public postpone(): void {
    const { planned } = this;
    if (planned === undefined || planned.at - this.deps.clock.now() >= afterKey) return;
    this.wait(afterKey, planned.isOffline);
  }

  public stop(): void {
    this.cancel();
    this.planned = undefined;
  }

  /** The page is there, or a person wants it now: what fails from here on is new. */
  public reset(): void {
    this.stop();
    this.delay = firstRetry;
  }

  private wait(ms: number, isOffline: boolean): void {
    this.cancel();
    const { clock, onPlanned } = this.deps;
    this.planned = { at: clock.now() + ms, isOffline };
    this.cancel = clock.after(ms, () => this.due());
    onPlanned(this.planned);
  }

  /** Without network an attempt would only flicker: the first one comes when it is back. */
  private due(): void {
    const { isOnline, attempt } = this.deps;
    if (!isOnline()) {
      this.wait(this.delay, true);
      return;
    }
    this.planned = undefined;
    this.delay = Math.min(longestRetry, this.delay * 2);
    attempt();
  }
}
