import { z } from 'zod';
import { parseJson } from '../../shared/json/parse-json.ts';
import type { NoteMemory } from '../storage/note-memory.ts';
import type { Bounds } from './placement.ts';

const boundsSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});

/** Where windows of each popup were last. */
export class PlacementMemory {
  public constructor(private readonly notes: Pick<NoteMemory, 'of' | 'remember'>) {}

  public of(popupId: string): Bounds | undefined {
    const parsed = parseJson(this.notes.of(popupId) ?? '');
    return parsed.ok ? boundsSchema.safeParse(parsed.value).data : undefined;
  }

  public remember(popupId: string, bounds: Bounds): void {
    this.notes.remember(popupId, JSON.stringify(bounds));
  }
}
