import { useEffect, useState } from 'react';

/**
 * The time, every second.
 *
 * @param page whose timer it is: that of a desk that is hidden runs once a minute
 */
export function useSeconds(page: Window): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = page.setInterval(() => setNow(Date.now()), 1_000);
    return () => page.clearInterval(timer);
  }, [page]);
  return now;
}
