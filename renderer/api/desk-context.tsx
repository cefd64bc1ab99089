import {
  createContext,
  use,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { DeskState } from '../../shared/contract/views.ts';
import { DeskStore } from './desk-store.ts';

const StoreContext = createContext<DeskStore | undefined>(undefined);

/** Gives the state to everything inside; shows `loading` until it is there. */
export function DeskProvider({ loading, children }: { loading: ReactNode; children: ReactNode }) {
  const [store] = useState(() => new DeskStore());
  useEffect(() => {
    store.start();
    return () => store.stop();
  }, [store]);
  const isThere = useSyncExternalStore(store.subscribe, () => store.snapshot() !== undefined);
  return isThere ? <StoreContext value={store}>{children}</StoreContext> : loading;
}

function useStore(): DeskStore {
  const store = use(StoreContext);
  if (store === undefined) throw new Error('The desk is used outside a DeskProvider.');
  return store;
}

/** Fetches the whole state again. */
export const useRefresh = (): (() => void) => useStore().refresh;

/**
 * A part of the state; what uses it is drawn again only when that part is another one.
 *
 * @param select returns a part of the state as it is; a new object each time would render for ever
 */
export function useDesk<T>(select: (desk: DeskState) => T): T {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => {
    const desk = store.snapshot();
    if (desk === undefined) throw new Error('The desk is drawn before its state is there.');
    return select(desk);
  });
}
