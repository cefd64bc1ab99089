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

const DeskContext = createContext<DeskState | undefined>(undefined);
const RefreshContext = createContext<() => void>(() => undefined);

/** Gives the state to everything inside; shows `loading` until it is there. */
export function DeskProvider({ loading, children }: { loading: ReactNode; children: ReactNode }) {
  const [store] = useState(() => new DeskStore());
  useEffect(() => {
    store.start();
    return () => store.stop();
  }, [store]);
  const state = useSyncExternalStore(store.subscribe, store.snapshot);
  return state === undefined ? (
    loading
  ) : (
    <RefreshContext value={store.refresh}>
      <DeskContext value={state}>{children}</DeskContext>
    </RefreshContext>
  );
}

/** Fetches the whole state again. */
export const useRefresh = (): (() => void) => use(RefreshContext);

export function useDesk(): DeskState {
  const state = use(DeskContext);
  if (state === undefined) throw new Error('useDesk needs a DeskProvider');
  return state;
}
