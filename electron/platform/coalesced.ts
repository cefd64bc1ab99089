import type { Clock } from './clock.ts';

/** A function of which many calls within `ms` make one run, at the end of that time. */
export function coalesced(clock: Clock, ms: number, run: () => unknown): () => void {
  let planned = false;
  return () => {
    if (planned) return;
    planned = true;
    clock.after(ms, () => {
      planned = false;
      run();
    });
  };
}
