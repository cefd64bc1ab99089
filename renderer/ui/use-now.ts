import { useEffect, useState } from 'react';

/**
 * The time while `active`, every second: for timers of running calls.
 *
 * @param every milliseconds, where it need not be so exact
 */
export function useNow(active: boolean, every = 1_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [active, every]);
  return now;
}
