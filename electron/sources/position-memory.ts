import { errorText, type Log } from '../ports/log.ts';
import type { NoteStore } from '../storage/storage.ts';

const prefix = 'position:';

/** How far each source was read (a sequence, an event id), so that a restart goes on where it stopped. */
export class PositionMemory {
  private readonly positions = new Map<string, string>();

  public constructor(
    private readonly notes: NoteStore,
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
    this.notes
      .set(`${prefix}${key}`, position)
      .catch((error: unknown) =>
        this.log.warn('position not written', { problem: errorText(error) }),
      );
  }
}
