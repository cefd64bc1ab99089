import { useEffect, useRef } from 'react';

/** Asks again each time the version grows. */
export function useRefetch(version: number, refetch: () => unknown): void {
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    refetch();
  }, [version, refetch]);
}
