import type { Store } from './store.ts';

/** Milliseconds. */
const cleanEvery = 60_000;
const hour = 3_600_000;

/** Deletes what is older than it is kept, a part at a time. @returns what ends it */
export function keepClean(
  store: Store,
  keepHours: number,
  now: () => number,
  onProblem: (problem: string) => void,
): () => void {
  const clean = async (): Promise<void> => {
    try {
      const before = now() - keepHours * hour;
      await store.forgetExpired(now(), before);
      while (await store.clean(before));
    } catch (error) {
      onProblem(String(error));
    }
  };
  const timer = setInterval(() => void clean(), cleanEvery);
  return () => clearInterval(timer);
}
