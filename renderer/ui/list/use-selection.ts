import { useState } from 'react';

export interface Selection<T> {
  /** Of what the list finds now, that which is selected. */
  readonly chosen: readonly T[];
  readonly all: boolean;
  readonly has: (item: T) => boolean;
  readonly toggle: (items: readonly T[], on: boolean) => void;
  readonly toggleAll: (on: boolean) => void;
  readonly clear: () => void;
}

/**
 * What is selected in a list. It stays selected while a search hides it.
 * @param matching all that the search finds, on every page
 */
export function useSelection<T>(matching: readonly T[], idOf: (item: T) => string): Selection<T> {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const has = (item: T): boolean => ids.has(idOf(item));
  const chosen = matching.filter(has);
  const toggle = (items: readonly T[], on: boolean): void => {
    const next = new Set(ids);
    for (const item of items) {
      if (on) next.add(idOf(item));
      else next.delete(idOf(item));
    }
    setIds(next);
  };
  return {
    chosen,
    all: chosen.length > 0 && chosen.length === matching.length,
    has,
    toggle,
    toggleAll: (on) => toggle(matching, on),
    clear: () => setIds(new Set()),
  };
}
