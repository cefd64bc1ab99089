import { lateFrom, lateSeconds } from '../../../../shared/matching/match-rule.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Owned } from './walk.ts';

/** A backlog comes in a burst: this long without more of it means that it is in (milliseconds). */
const quiet = 250;
/** A backlog without end must not hold back a call that rings now (milliseconds). */
const longest = 2_000;
/** More at once is not the backlog of an outage: these are processed first, the rest after them. */
const mostHeld = 1_000;

/**
 * Holds what comes late after an outage until all of it is in: only then it is known which calls still
 * ring, and which ended while this desk was away.
 */
export class CatchUp {
  private held: { readonly walk: Owned; readonly released: () => void }[] = [];
  private since = 0;
  private cancel: (() => void) | undefined;

  public constructor(
    private readonly clock: Clock,
    /** Must not throw: the events after it are waiting. */
    private readonly release: (walk: Owned) => void,
  ) {}

  /**
   * @returns undefined if the event is not late and nothing has to be waited for; otherwise a promise that
   *   resolves when it was released, and never where this ends before
   */
  public hold(walk: Owned): Promise<void> | undefined {
    if (lateSeconds(walk.event) < lateFrom) return undefined;
    const now = this.clock.now();
    if (this.held.length === 0) this.since = now;
    const done = new Promise<void>((released) => this.held.push({ walk, released }));
    this.cancel?.();
    if (this.held.length >= mostHeld) {
      this.flush();
      return done;
    }
    const rest = Math.max(0, longest - (now - this.since));
    this.cancel = this.clock.after(Math.min(quiet, rest), () => this.flush());
    return done;
  }

  public dispose(): void {
    this.cancel?.();
    this.held = [];
  }

  private flush(): void {
    const { held } = this;
    this.held = [];
    for (const { walk, released } of held) {
      this.release(walk);
      released();
    }
  }
}
