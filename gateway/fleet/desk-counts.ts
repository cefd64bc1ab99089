/** A desk that was silent for so long (milliseconds) is turned off, or another one now. */
const forgottenAfter = 24 * 3_600_000;
/** More than any fleet has: names that a stranger makes up must not fill the memory. */
const mostDesks = 50_000;

interface Report {
  readonly revision: number;
  readonly at: number;
}

export interface RevisionCount {
  readonly revision: number;
  readonly desks: number;
}

/** Which revision each desk said last that it runs. In memory: after a restart all have said it within their interval. */
export class DeskCounts {
  /** In the order of their last word. */
  private readonly reports = new Map<string, Report>();

  public constructor(private readonly now: () => number) {}

  public heard(desk: string, revision: number): void {
    this.reports.delete(desk);
    this.reports.set(desk, { revision, at: this.now() });
    for (const [oldest] of this.reports) {
      if (this.reports.size <= mostDesks) break;
      this.reports.delete(oldest);
    }
  }

  /** Newest revision first. */
  public all(): RevisionCount[] {
    const since = this.now() - forgottenAfter;
    const counts = new Map<number, number>();
    for (const [desk, { revision, at }] of this.reports) {
      if (at < since) this.reports.delete(desk);
      else counts.set(revision, (counts.get(revision) ?? 0) + 1);
    }
    return [...counts]
      .map(([revision, desks]) => ({ revision, desks }))
      .sort((a, b) => b.revision - a.revision);
  }
}
