import type { Clock } from '../ports/clock.ts';
import { errorText, type Log } from '../ports/log.ts';
import type { NoteStore } from '../storage/storage.ts';

const prefix = 'position:';
/** Milliseconds: a busy feed makes one write of many. A crash in between repeats events, and loses none. */
const writeAfter = 500;

/** How far each source was read (a sequence, an event id), so that a restart goes on where it stopped. */
export class PositionMemory {
  private readonly positions = new Map<string, string>();
  private readonly unwritten = new Set<string>();
  private cancel: (() => void) | undefined;

  public constructor(
    private readonly notes: NoteStore,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  public async load(): Promise<void> {
    for (const { name, value } of await this.notes.all(prefix)) {
      this.positions.set(name.slice(prefix.length), value);
    }
  }

  public of(key: string): string | undefined {
    return this.positions.get(key);
  }

  public remember(key: string, position: string): void {
    this.positions.set(key, position);
    this.unwritten.add(key);
    this.cancel ??= this.clock.after(writeAfter, () => void this.flush());
  }

  /** Writes what is left. Never throws: it is called at quit. */
  public async flush(): Promise<void> {
    this.cancel?.();
    this.cancel = undefined;
    const keys = [...this.unwritten];
    this.unwritten.clear();
    try {
      await Promise.all(
        keys.map((key) => this.notes.set(`${prefix}${key}`, this.positions.get(key) ?? '')),
      );
    } catch (error) {
      this.log.warn('position not written', { problem: errorText(error) });
    }
  }
}
