import { screen } from 'electron';
import type { Bounds } from './bounds.ts';

/** Bounds of all displays, as they are arranged now. */
export const displays = (): readonly Bounds[] =>
  screen.getAllDisplays().map(({ bounds }) => bounds);

/** What taskbars leave of each display, the primary one first. */
export function workAreas(): [Bounds, ...Bounds[]] {
  const primary = screen.getPrimaryDisplay().workArea;
  return [primary, ...screen.getAllDisplays().map(({ workArea }) => workArea)];
}
