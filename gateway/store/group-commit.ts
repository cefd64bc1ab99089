import type { Arrival, KeptEvent } from './records.ts';

/** Arrivals that may wait for the disk; with more, the disk cannot follow and senders must be told. */
const maxWaiting = 10_000;

interface Waiting {
  readonly arrival: Arrival;
  readonly resolve: (kept: readonly KeptEvent[]) => void;
  readonly reject: (error: unknown) => void;
}

type Append = (arrivals: readonly Arrival[]) => Promise<KeptEvent[][]>;

/** While one group is being written, the next one gathers: many requests share one wait for the disk. */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private writing: Promise<void> | undefined;

  public constructor(private readonly append: Append) {}

  public add(arrival: Arrival): Promise<readonly KeptEvent[]> {
    if (this.waiting.length >= maxWaiting) {
      return Promise.reject(new Error('The disk cannot follow.'));
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ arrival, resolve, reject });
      this.writing ??= this.writeAll();
    });
  }

  /** Resolves when nothing waits. */
  public async settled(): Promise<void> {
    await this.writing;
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.waiting;
      this.waiting = [];
      await this.write(group);
    }
    this.writing = undefined;
  }

  private async write(group: readonly Waiting[]): Promise<void> {
    try {
      const kept = await this.append(group.map(({ arrival }) => arrival));
      for (const [index, { resolve }] of group.entries()) resolve(kept[index] ?? []);
    } catch (error) {
      const [only, ...more] = group;
      if (more.length === 0) only?.reject(error);
      // The rest must not suffer from one that cannot be kept.
      else for (const one of group) await this.write([one]);
    }
  }
}
