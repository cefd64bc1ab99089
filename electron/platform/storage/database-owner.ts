import { openSafely, type SafelyOpened } from './open-database.ts';
import type { DatabaseDamage, Operations } from './storage.ts';

/** Milliseconds: a disk that is full, or a folder that is read-only, is tried again this long after. */
const tryAgainAfter = 5_000;

/** The database of the worker: opened at once, and where that fails, again when it is asked for later. */
export class DatabaseOwner {
  private opened: SafelyOpened | undefined;
  private failure: { readonly error: unknown; readonly at: number } | undefined;

  public constructor(
    private readonly file: string,
    private readonly now: () => number,
  ) {
    this.open();
  }

  /** @throws why it cannot be used */
  public operations(): Operations {
    if (this.opened === undefined && this.now() - (this.failure?.at ?? 0) >= tryAgainAfter) {
      this.open();
    }
    if (this.opened === undefined) throw this.failure?.error;
    const { operations, damage } = this.opened;
    return { ...operations, file: { ...operations.file, damage: () => damageOf(damage) } };
  }

  private open(): void {
    try {
      this.opened = openSafely(this.file);
    } catch (error) {
      this.failure = { error, at: this.now() };
    }
  }
}

const damageOf = (damage: DatabaseDamage | undefined): DatabaseDamage | null => damage ?? null;
