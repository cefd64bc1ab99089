import { z } from 'zod';
import { parseJson } from '../../../shared/json/parse-json.ts';
import type { KeptValues } from '../storage/kept-values.ts';
import type { Bounds } from './bounds.ts';

const boundsSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});

/**
 * Where each window was last, for each arrangement of displays: at home beside the laptop's
 * screen, in the office on the second monitor.
 */
export class PlacementMemory {
  public constructor(private readonly kept: Pick<KeptValues, 'of' | 'remember'>) {}

  /** @param displays their bounds now */
  public of(window: string, displays: readonly Bounds[]): Bounds | undefined {
    const known = this.kept.of(nameOf(window, displays)) ?? this.kept.of(window);
    const parsed = parseJson(known ?? '');
    return parsed.ok ? boundsSchema.safeParse(parsed.value).data : undefined;
  }

  public remember(window: string, displays: readonly Bounds[], bounds: Bounds): void {
    const value = JSON.stringify(bounds);
    this.kept.remember(nameOf(window, displays), value);
    // For an arrangement that was never seen.
    this.kept.remember(window, value);
  }
}

const nameOf = (window: string, displays: readonly Bounds[]): string =>
  [
    window,
    ...displays.map(({ x, y, width, height }) => `${width}x${height}+${x}+${y}`).sort(),
  ].join('@');
