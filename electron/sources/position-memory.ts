import { errorText, type Log } from '../ports/log.ts';
import type { NoteStore } from '../storage/storage.ts';

const prefix = 'position:';

/** How far each source's stream was read, so that a restart goes on where it stopped. */
export class PositionMemory {
  private readonly positions = new Map<string, number>();

  public constructor(
    private readonly notes: NoteStore,
    private readonly log: Log,
  ) {}

  public async load(): Promise<void> {
    for (const { name, value } of await this.notes.all(prefix)) {
      const position = Number(value);
      if (Number.isSafeInteger(position)) this.positions.set(name.slice(prefix.length), position);
    }
  }

  public of(key: string): number | undefined {
    return this.positions.get(key);
  }

  public remember(key: string, position: number): void {
    this.positions.set(key, position);
    this.notes
      .set(`${prefix}${key}`, String(position))
      .catch((error: unknown) =>
        this.log.warn('position not written', { problem: errorText(error) }),
      );
  }
}
