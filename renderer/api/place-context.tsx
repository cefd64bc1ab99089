import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { ListPart } from '../../shared/model/list-parts.ts';
import type { Page } from '../pages.ts';

/** Where on the desk a person is, and what they came for. */
export interface Place {
  readonly page: Page;
  /** Shown in its editor, by those who may edit it; else found in its list. */
  readonly definition?: { readonly part: ListPart; readonly id: string; readonly name: string };
  /** For a new one. */
  readonly adds?: true;
  /** What the page searches for at first. */
  readonly search?: string;
}

interface Way {
  readonly place: Place;
  /** Another number for each time something was come for: the page begins anew. */
  readonly visit: number;
  readonly go: (place: Place) => void;
}

const start: Place = { page: 'desk' };
// Parts that are shown without a frame have nowhere to go.
const WayContext = createContext<Way>({ place: start, visit: 0, go: () => undefined });

export function PlaceProvider({ children }: { children: ReactNode }) {
  const [{ place, visit }, setVisited] = useState({ place: start, visit: 0 });
  const go = useCallback((next: Place): void => {
    setVisited((before) => ({
      place: next,
      visit: isPageAlone(next) ? before.visit : before.visit + 1,
    }));
  }, []);
  const way = useMemo(() => ({ place, visit, go }), [place, visit, go]);
  return <WayContext value={way}>{children}</WayContext>;
}

const isPageAlone = ({ definition, search, adds }: Place): boolean =>
  definition === undefined && search === undefined && adds === undefined;

export const useWay = (): Way => use(WayContext);

/**
 * The definition that a person came for, of those of a page.
 *
 * @param canOpen false where an editor would not be shown
 */
export function useSought<T extends { readonly id: string }>(
  part: ListPart,
  items: readonly T[],
  canOpen: boolean,
): T | undefined {
  const { definition } = useWay().place;
  const sought = definition?.part === part ? definition.id : undefined;
  return canOpen ? items.find(({ id }) => id === sought) : undefined;
}
