import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';
import { until } from './until.ts';

const xdotool = (...args: readonly string[]): string =>
  execFileSync('xdotool', [...args], { encoding: 'utf8' }).trim();

/** The window that has the system's focus, by its X id; empty where none has it, as between two windows. */
export function activeWindow(): string {
  try {
    return xdotool('getactivewindow');
  } catch {
    return '';
  }
}

/** The title of the window that has the system's focus. */
export function activeTitle(): string {
  try {
    return xdotool('getactivewindow', 'getwindowname');
  } catch {
    return ''; // none has it
  }
}

/** The title of the window that no other covers but the card, which covers all, as the window manager has it. */
export function titleOnTop(): string {
  const list = execFileSync('xprop', ['-root', '_NET_CLIENT_LIST_STACKING'], { encoding: 'utf8' });
  const titles = list
    .trim()
    .split(/[ ,]+/)
    .filter((id) => id.startsWith('0x'))
    .map((id) => {
      try {
        return xdotool('getwindowname', id);
      } catch {
        return ''; // it is gone
      }
    });
  return titles.findLast((title) => title !== 'Ringcue card') ?? '';
}

/** Gives a window the focus, as a click on it does. */
export const lookAt = (title: string): void =>
  void xdotool('search', '--onlyvisible', '--name', title, 'windowactivate');

/** How many windows have a title that fits, on screen or minimized. */
export function countWindows(title: string, onScreen: boolean): number {
  try {
    const found = xdotool('search', ...(onScreen ? ['--onlyvisible'] : []), '--name', title);
    return found.split('\n').filter((line) => line !== '').length;
  } catch (error) {
    // A window that goes while it is looked at; without windows xdotool fails, too, but says nothing.
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    return said.includes('X Error') ? countWindows(title, onScreen) : 0;
  }
}

/** Somebody who works in another program: a terminal whose input goes into a file. */
export async function startTypist() {
  const file = path.join(temporaryFolder(), 'typed.txt');
  const terminal = spawn(
    'xterm',
    [
      '-T',
      'notes',
      '-geometry',
      '60x10+0+600',
      '-e',
      'sh',
      '-c',
      `stty -icanon -echo; cat > ${file}`,
    ],
    { stdio: 'ignore' },
  );
  onTestFinished(() => void terminal.kill());
  const window = await until(() => {
    try {
      return xdotool('search', '--onlyvisible', '--name', '^notes$').split('\n')[0];
    } catch {
      return undefined; // not there yet
    }
  }, 'the terminal');
  xdotool('windowactivate', '--sync', window);
  return {
    window,
    /** Types with a person's pauses; resolves when the last key was pressed. */
    type: (text: string, delay: number): Promise<void> =>
      new Promise((resolve, reject) => {
        const typing = spawn('xdotool', ['type', '--delay', String(delay), text], {
          stdio: 'ignore',
        });
        typing.once('error', reject);
        typing.once('exit', (code) =>
          code === 0 ? resolve() : reject(new Error(`xdotool ended with ${code}`)),
        );
      }),
    typed(): string {
      try {
        return readFileSync(file, 'utf8');
      } catch {
        return '';
      }
    },
  };
}
