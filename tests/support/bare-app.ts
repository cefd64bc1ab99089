import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { root } from '../../build/lib/paths.mjs';
import { writeConfig, type ConfigFile } from './config.ts';
import { electronPath, sandboxArguments } from './ringcue.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * Starts the built app as a person would. Playwright, when it takes hold of a new page, makes Chromium give
 * the focus to another window of the app: what is to be seen here would not be the app's doing.
 */
export function startBareApp(config: ConfigFile): void {
  const folder = temporaryFolder();
  const child = spawn(
    electronPath(),
    [...sandboxArguments, root, '--user-data-dir', folder, '--config', writeConfig(folder, config)],
    { stdio: 'ignore' },
  );
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.kill();
      }),
  );
}
