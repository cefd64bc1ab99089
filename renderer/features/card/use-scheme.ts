import { useSyncExternalStore } from 'react';

/**
 * Whether the system is light or dark.
 *
 * @param page whose picture it is for: a desk that is hidden is not told when that changes
 */
export function useScheme(page: Window): 'light' | 'dark' {
  const isDark = useSyncExternalStore(
    (onChange) => {
      const query = page.matchMedia('(prefers-color-scheme: dark)');
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => page.matchMedia('(prefers-color-scheme: dark)').matches,
  );
  return isDark ? 'dark' : 'light';
}
