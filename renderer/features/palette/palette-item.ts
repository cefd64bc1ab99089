import { hasWords, searchWords } from '../../../shared/text/fold-text.ts';

/** One line of the palette. */
export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  /** Beside the label: what kind of thing it is, when a caller called. */
  readonly detail?: string;
  readonly keys?: readonly string[];
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly label: string;
  readonly items: readonly PaletteItem[];
}

/** Of each group; a longer search finds the others. */
const mostInGroup = 8;

/** The lines that have every word of a search, by their groups. */
export function foundGroups(
  groups: readonly PaletteGroup[],
  search: string,
): readonly PaletteGroup[] {
  const words = searchWords(search);
  return groups
    .map(({ label, items }) => ({
      label,
      items: items
        .filter((item) => hasWords(`${item.label}\n${item.detail ?? ''}`, words))
        .slice(0, words.length === 0 ? undefined : mostInGroup),
    }))
    .filter(({ items }) => items.length > 0);
}
