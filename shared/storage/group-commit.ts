interface Waiting<Item, Written> {
  readonly item: Item;
  readonly resolve: (written: Written) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupLimits {
  /** Items that may wait for the disk; with more, the disk cannot follow and senders must be told. */
  readonly waiting: number;
  /** Items written at once: the first of a burst must not wait for the last. */
  readonly together: number;
}

/** While one group is being written, the next one gathers: many share one wait for the disk. */
export class GroupCommit<Item, Written> {
  private waiting: Waiting<Item, Written>[] = [];
  private writing: Promise<void> | undefined;

  /** @param write all of them, or none; answers in their order */
  public constructor(
    private readonly write: (items: readonly Item[]) => Promise<readonly Written[]>,
    private readonly limits: GroupLimits,
  ) {}

  /** Resolves when it is on disk; rejects where it is not. */
  public add(item: Item): Promise<Written> {
    if (this.waiting.length >= this.limits.waiting) {
      return Promise.reject(new Error('The disk cannot follow.'));
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.writing ??= this.writeAll();
    });
  }

  /** Resolves when nothing waits. */
  public async settled(): Promise<void> {
    await this.writing;
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      await this.writeGroup(this.waiting.splice(0, this.limits.together));
    }
    this.writing = undefined;
  }

  private async writeGroup(group: readonly Waiting<Item, Written>[]): Promise<void> {
    try {
      const written = await this.write(group.map(({ item }) => item));
      for (const [index, { resolve, reject }] of group.entries()) {
        const one = written[index];
        if (one === undefined) reject(new Error('The database did not answer for one of them.'));
        else resolve(one);
      }
    } catch (error) {
      const [only, ...more] = group;
      if (more.length === 0) only?.reject(error);
      // The rest must not suffer from one that cannot be kept.
      else for (const one of group) await this.writeGroup([one]);
    }
  }
}
