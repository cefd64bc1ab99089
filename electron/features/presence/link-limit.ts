import type { Clock } from '../../platform/clock.ts';

/** More than a person clicks in that time (milliseconds). */
const most = 5;
const span = 30_000;

/** How many links from outside are looked at. Threat: any web page can open as many as it likes. */
export class LinkLimit {
  private recent: number[] = [];

  public constructor(private readonly clock: Clock) {}

  /** @returns first: the first one too many, which is worth a word; the others are not */
  public take(): 'go' | 'first' | 'ignore' {
    const now = this.clock.now();
    this.recent = this.recent.filter((at) => now - at < span);
    if (this.recent.length > most) return 'ignore';
    this.recent.push(now);
    return this.recent.length > most ? 'first' : 'go';
  }
}
