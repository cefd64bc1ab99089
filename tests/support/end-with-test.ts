import type { ChildProcess } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** Ends a process with the test, and waits until it is gone. */
export const endWithTest = (child: ChildProcess): void =>
  goneAfterTest(child, 'exit', () => child.kill());

/** The same for a process that leads a group of its own (`detached`), with all that it started. */
export const endGroupWithTest = (child: ChildProcess): void =>
  goneAfterTest(child, 'close', () => {
    if (child.pid !== undefined) process.kill(-child.pid);
  });

function goneAfterTest(child: ChildProcess, gone: 'exit' | 'close', end: () => unknown): void {
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) resolve();
        child.once(gone, () => resolve());
        end();
      }),
  );
}
