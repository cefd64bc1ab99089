import { isFileDamage } from './database-check.ts';
import { openSafely, replaceDamaged, type SafelyOpened } from './open-database.ts';
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
    /** Hears of each damaged file as soon as it is set aside: at the start, at a later try or in the middle of work. */
    private readonly damaged: (damage: DatabaseDamage) => void,
  ) {
    this.open();
  }

  /**
   * Runs operations. Damage that no check finds on opening is met here: the file is set aside, and they run again on what could
   * be read of it.
   *
   * @throws why they cannot be run
   */
  public run<T>(act: (operations: Operations) => T): T {
    const operations = this.operations();
    try {
      return act(operations);
    } catch (error) {
      if (!isFileDamage(error)) throw error;
    }
    this.replace(operations);
    return act(this.operations());
  }

  private replace(damaged: Operations): void {
    try {
      damaged.file.close();
    } catch {
      // It is set aside as it is.
    }
    this.opened = undefined;
    this.openBy(replaceDamaged);
  }

  /** @throws why it cannot be used */
  private operations(): Operations {
    if (this.opened === undefined && this.now() - (this.failure?.at ?? 0) >= tryAgainAfter) {
      this.open();
    }
    if (this.opened === undefined) throw this.failure?.error;
    return this.opened.operations;
  }

  private open(): void {
    this.openBy(openSafely);
  }

  private openBy(how: (file: string) => SafelyOpened): void {
    try {
      this.opened = how(this.file);
    } catch (error) {
      this.failure = { error, at: this.now() };
      return;
    }
    if (this.opened.damage !== undefined) this.damaged(this.opened.damage);
  }
}
