import { z } from 'zod';
import { parseJson } from '../../../shared/json/parse-json.ts';
import type { NoteMemory } from '../../platform/storage/note-memory.ts';
import type { Bounds } from './placement.ts';

const boundsSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});

/**
 * Where windows of each popup were last, for each arrangement of displays: at home beside the laptop's
 * screen, in the office on the second monitor.
 */
export class PlacementMemory {
  public constructor(private readonly notes: Pick<NoteMemory, 'of' | 'remember'>) {}

  /** @param displays their bounds now */
  public of(popupId: string, displays: readonly Bounds[]): Bounds | undefined {
    const known = this.notes.of(nameOf(popupId, displays)) ?? this.notes.of(popupId);
    const parsed = parseJson(known ?? '');
    return parsed.ok ? boundsSchema.safeParse(parsed.value).data : undefined;
  }

  public remember(popupId: string, displays: readonly Bounds[], bounds: Bounds): void {
    const value = JSON.stringify(bounds);
    this.notes.remember(nameOf(popupId, displays), value);
    // For an arrangement that was never seen.
    this.notes.remember(popupId, value);
  }
}

const nameOf = (popupId: string, displays: readonly Bounds[]): string =>
  [
    popupId,
    ...displays.map(({ x, y, width, height }) => `${width}x${height}+${x}+${y}`).sort(),
  ].join('@');
