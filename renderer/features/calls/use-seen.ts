import { useEffect } from 'react';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';

/** Says that missed calls were looked at, as soon as the agent is at this window. */
export function useSeen(): void {
  const { missed } = useDesk((desk) => desk.history);
  useEffect(() => {
    if (missed === 0) return undefined;
    const look = (): void => void calls()['calls.seen'](undefined);
    if (document.hasFocus()) look();
    // Behind another window the page is open, but not read.
    else window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [missed]);
}
