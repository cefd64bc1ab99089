import { lateSeconds } from '../../shared/matching/match-hook.ts';
import type { HookableEvent } from '../../shared/model/call-event.ts';
import type { Clock } from '../ports/clock.ts';

/** A backlog comes in a burst: this long without more of it means that it is in (milliseconds). */
const quiet = 250;
/** A backlog without end must not hold back a call that rings now (milliseconds). */
const longest = 2_000;
/** Younger than this an event is news, whatever it waited for (seconds). */
const lateFrom = 2;

/**
 * Holds what comes late after an outage until all of it is in: only then it is known which calls still
 * ring, and which ended while this desk was away.
 */
export class CatchUp {
  private held: HookableEvent[] = [];
  private since = 0;
  private cancel: (() => void) | undefined;

  public constructor(
    private readonly clock: Clock,
    private readonly release: (event: HookableEvent) => void,
  ) {}

  /** @returns false where the event is no late one and nothing is to be waited for */
  public holds(event: HookableEvent): boolean {
    if (lateSeconds(event) < lateFrom) return false;
    const now = this.clock.now();
    if (this.held.length === 0) this.since = now;
    this.held.push(event);
    this.cancel?.();
    const rest = Math.max(0, longest - (now - this.since));
    this.cancel = this.clock.after(Math.min(quiet, rest), () => this.flush());
    return true;
  }

  public dispose(): void {
    this.cancel?.();
    this.held = [];
  }

  private flush(): void {
    const { held } = this;
    this.held = [];
    for (const event of held) this.release(event);
  }
}
