import type { ChildProcess } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** Ends a process with the test, and waits until it is gone. */
export function endWithTest(child: ChildProcess): void {
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) resolve();
        child.once('exit', () => resolve());
        child.kill();
      }),
  );
}
