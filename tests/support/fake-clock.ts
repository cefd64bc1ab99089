import type { Clock } from '../../electron/platform/clock.ts';

/** A clock that stands until it is turned. */
export class FakeClock implements Clock {
  private time = 1_000_000;
  private timers: { at: number; run: () => void }[] = [];

  public readonly now = (): number => this.time;

  public readonly after = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.time + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  /** Lets time pass, running what becomes due in order. */
  public advance(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.time = Math.max(this.time, next.at);
      this.timers = this.timers.filter((other) => other !== next);
      next.run();
    }
    this.time = end;
  }

  public pending(): number {
    return this.timers.length;
  }
}
