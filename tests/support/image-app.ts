import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { writeConfig, type ConfigFile } from './config.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { countWindows } from './typist.ts';
import { until } from './until.ts';

const xdotool = (...args: readonly string[]): void => void execFileSync('xdotool', [...args]);

async function lookAtDesk(): Promise<void> {
  await until(() => countWindows('^Ringcue$', true) === 1 || undefined, 'the desk');
  xdotool('search', '--onlyvisible', '--name', '^Ringcue$', 'windowactivate', '--sync');
}

/** Chooses a line of the palette. What was typed while it still closed is lost. */
function choose(line: string): void {
  xdotool('key', '--clearmodifiers', 'Escape', 'ctrl+k');
  xdotool('type', '--delay', '40', line);
  xdotool('key', 'Return');
}

/** What the last copy left; empty where nothing was copied yet. */
function copied(): string {
  try {
    return execFileSync('xclip', ['-o', '-selection', 'clipboard'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}

/**
 * An AppImage as a person starts and uses it: windows and keys only. The packaged app refuses every debugger, so nothing else
 * could drive it.
 *
 * @param image the file of the AppImage
 */
export function startImage(image: string, config?: ConfigFile) {
  const folder = temporaryFolder();
  const args = [
    ...['--user-data-dir', folder],
    ...(config === undefined ? [] : ['--config', writeConfig(temporaryFolder(), config)]),
  ];
  const start = (): void => {
    spawn(image, args, { stdio: 'ignore', detached: true }).unref();
  };
  onTestFinished(() => endAll(folder));
  const lines = (pattern: RegExp): string[] => {
    const file = path.join(folder, 'logs/ringcue.log');
    const all = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    return all.filter((line) => pattern.test(line));
  };
  start();
  return {
    start,
    lines,
    logged: (pattern: RegExp, count = 1) =>
      until(
        () => {
          const found = lines(pattern);
          return found.length >= count ? found : undefined;
        },
        `${count} × ${pattern} in the log`,
        90_000,
      ),
    /** Does what a line of the palette says. */
    async act(line: string, isDone: () => boolean): Promise<void> {
      await lookAtDesk();
      await until(
        async () => {
          choose(line);
          return until(() => isDone() || undefined, line, 4_000).catch(() => undefined);
        },
        line,
        40_000,
      );
    },
    /**
     * Looks for something in the settings until they say what is waited for.
     *
     * @returns all that the page says then: selected and copied, as the app refuses whatever else could read it
     */
    async settingsSay(search: string, text: string): Promise<string> {
      await lookAtDesk();
      return until(
        async () => {
          choose('Settings');
          xdotool('key', 'slash');
          xdotool('type', '--delay', '40', search);
          // Out of the field, whose own text would be selected.
          xdotool('key', 'shift+Tab', 'ctrl+a', 'ctrl+c');
          return until(
            () => (copied().includes(text) ? copied() : undefined),
            'the copy',
            2_000,
          ).catch(() => undefined);
        },
        `“${text}” in the settings`,
        40_000,
      );
    },
    /** Ends it as a computer that shuts down does. */
    async quit(): Promise<void> {
      for (const pid of mainProcesses(folder)) process.kill(pid, 'SIGTERM');
      await until(() => mainProcesses(folder).length === 0 || undefined, 'the end of the app');
    },
  };
}

/** Processes of this folder's app that no other of them started: known by their command line. */
function mainProcesses(folder: string): number[] {
  return processesWith(folder)
    .filter(({ line }) => !line.includes('--type='))
    .map(({ pid }) => pid);
}

function processesWith(text: string): { pid: number; line: string }[] {
  const list = execFileSync('ps', ['-eo', 'pid=,args=', '-ww'], { encoding: 'utf8' });
  return list
    .split('\n')
    .filter((line) => line.includes(text) && !line.includes('ps -eo'))
    .map((line) => ({ pid: Number.parseInt(line, 10), line }));
}

async function endAll(folder: string): Promise<void> {
  for (const pid of mainProcesses(folder)) {
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      // it is gone
    }
  }
  await until(() => processesWith(folder).length === 0 || undefined, 'the end of all processes');
}
