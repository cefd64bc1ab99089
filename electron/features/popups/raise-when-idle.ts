import type { Clock } from '../../platform/clock.ts';

/** Milliseconds between two looks. */
const every = 250;
/** Seconds without a key or a move of the mouse: then nobody is in the middle of a word. */
const calm = 1;
/** Milliseconds: who works on without a pause that long has other things to do. */
const patience = 20_000;

/**
 * Runs `raise` at the first pause in typing; never, if there is none.
 *
 * @param idleSeconds since the last input anywhere on this computer
 * @returns stops waiting
 */
export function raiseWhenIdle(
  idleSeconds: () => number,
  raise: () => void,
  clock: Clock,
): () => void {
  const until = clock.now() + patience;
  let cancel = (): void => undefined;
  const look = (): void => {
    if (idleSeconds() >= calm) raise();
    else if (clock.now() < until) cancel = clock.after(every, look);
  };
  look();
  return () => cancel();
}
