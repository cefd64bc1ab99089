import { app } from 'electron';
import { setTimeout as wait } from 'node:timers/promises';
import { errorText, type Log } from '../platform/logging/log.ts';

/** A part that needs longer than this to end is abandoned (milliseconds). */
const patience = 3_000;

/** Nothing is left to ask: quit() would ask every window again. */
const exit = (): void => app.exit(Number(process.exitCode ?? 0));

/**
 * Takes everything apart in reverse order before the process ends. One part that fails or hangs must not
 * keep the others from writing what they have.
 *
 * @returns ends the app in the same order, with something else in the place of the exit
 */
export function quitInOrder(
  disposers: readonly (() => unknown)[],
  log: Log,
): (end: () => void) => void {
  let begun = false;
  let isTakenApart = false;
  let last = exit;
  const disposeAll = async (): Promise<void> => {
    for (const dispose of [...disposers].reverse()) {
      try {
        const ended = Promise.resolve(dispose()).then(() => true);
        if (!(await Promise.race([ended, wait(patience, false)]))) {
          log.error('a part did not end in time', { part: dispose.toString().slice(0, 80) });
        }
      } catch (error) {
        log.error('a part did not end well', { problem: errorText(error) });
      }
    }
    isTakenApart = true;
    last();
  };
  app.on('before-quit', (event) => {
    if (isTakenApart) return;
    event.preventDefault();
    if (begun) return;
    begun = true;
    void disposeAll();
  });
  return (end) => {
    last = end;
    app.quit();
  };
}
