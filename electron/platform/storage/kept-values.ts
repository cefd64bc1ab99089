import type { Clock } from '../clock.ts';
import { errorText, type Log } from '../logging/log.ts';
import type { ValueStore } from './storage.ts';

/** Milliseconds: a busy feed makes one write of many. A crash in between loses no more than these. */
const writeAfter = 500;

/**
 * Small things known by name (how far a source was read, where a window stood), at hand in memory and in the
 * database for tomorrow.
 */
export class KeptValues {
  private readonly values = new Map<string, string>();
  private readonly unwritten = new Set<string>();
  private cancel: (() => void) | undefined;

  /** @param prefix keeps its names apart from those of other memories in the same store */
  public constructor(
    private readonly store: ValueStore,
    private readonly prefix: string,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  public async load(): Promise<void> {
    for (const { name, value } of await this.store.all(this.prefix)) {
      this.values.set(name.slice(this.prefix.length), value);
    }
  }

  public of(name: string): string | undefined {
    return this.values.get(name);
  }

  /** All names, oldest first. */
  public names(): string[] {
    return [...this.values.keys()];
  }

  /** @param value empty: it is forgotten */
  public remember(name: string, value: string): void {
    if (value === '') this.values.delete(name);
    else this.values.set(name, value);
    this.unwritten.add(name);
    this.cancel ??= this.clock.after(writeAfter, () => void this.flush());
  }

  /** Writes what is left. Never throws: it is called at quit. */
  public async flush(): Promise<void> {
    this.cancel?.();
    this.cancel = undefined;
    const names = [...this.unwritten];
    this.unwritten.clear();
    try {
      await Promise.all(
        names.map((name) => this.store.set(`${this.prefix}${name}`, this.values.get(name) ?? '')),
      );
    } catch (error) {
      this.log.warn('value not stored', { kind: this.prefix, problem: errorText(error) });
    }
  }
}
