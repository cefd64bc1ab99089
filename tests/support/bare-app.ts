import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../build/lib/paths.mjs';
import { writeConfig, type ConfigFile } from './config.ts';
import { electronPath, sandboxArguments } from './ringcue.ts';
import { endWithTest } from './end-with-test.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * Starts the built app as a person would. Playwright, when it takes hold of a new page, makes Chromium give
 * the focus to another window of the app: what is to be seen here would not be the app's doing.
 */
export function startBareApp(config: ConfigFile | undefined, args: readonly string[] = []) {
  const folder = temporaryFolder();
  const child = spawn(
    electronPath(),
    [
      ...sandboxArguments,
      root,
      '--user-data-dir',
      folder,
      ...(config === undefined ? [] : ['--config', writeConfig(folder, config)]),
      ...args,
    ],
    { stdio: 'ignore' },
  );
  endWithTest(child);
  /** Lines of its log that have a text. */
  const lines = (text: string): string[] => {
    const file = path.join(folder, 'logs/ringcue.log');
    const all = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    return all.filter((line) => line.includes(text));
  };
  return { lines, logged: (text: string): number => lines(text).length };
}
