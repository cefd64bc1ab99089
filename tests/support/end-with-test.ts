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

/** The same for a process that leads a group of its own (`detached`), with all that it started. */
export function endGroupWithTest(child: ChildProcess): void {
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) resolve();
        child.once('close', () => resolve());
        if (child.pid !== undefined) process.kill(-child.pid);
      }),
  );
}
