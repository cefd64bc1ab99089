import { z } from 'zod';
import { parseJson } from '../../shared/json/parse-json.ts';
import { errorText, type Log } from '../ports/log.ts';
import type { NoteStore } from '../storage/storage.ts';
import type { Bounds } from './placement.ts';

const prefix = 'placement:';
const boundsSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});

/** Where windows of each popup were last, in memory for the ring path and in the database for tomorrow. */
export class PlacementMemory {
  private readonly places = new Map<string, Bounds>();

  public constructor(
    private readonly notes: NoteStore,
    private readonly log: Log,
  ) {}

  public async load(): Promise<void> {
    for (const { name, value } of await this.notes.all(prefix)) {
      const parsed = parseJson(value);
      const bounds = boundsSchema.safeParse(parsed.ok ? parsed.value : undefined);
      if (bounds.success) this.places.set(name.slice(prefix.length), bounds.data);
    }
  }

  public of(popupId: string): Bounds | undefined {
    return this.places.get(popupId);
  }

  public remember(popupId: string, bounds: Bounds): void {
    this.places.set(popupId, bounds);
    this.notes
      .set(`${prefix}${popupId}`, JSON.stringify(bounds))
      .catch((error: unknown) =>
        this.log.warn('placement not written', { problem: errorText(error) }),
      );
  }
}
