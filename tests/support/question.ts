import { execFileSync } from 'node:child_process';
import { until } from './until.ts';

const run = (command: string, ...args: readonly string[]): string => {
  try {
    return execFileSync(command, [...args], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return ''; // no window has the focus, or it has just gone
  }
};

/** Whether the window with the system's focus is a question of the system's own. */
function asks(): boolean {
  const window = run('xdotool', 'getactivewindow');
  return run('xprop', '-id', window, '_NET_WM_WINDOW_TYPE').includes('DIALOG');
}

/** Waits until the system asks, and answers with keys. Return presses the button that has the focus. */
export async function answerQuestion(...keys: readonly string[]): Promise<void> {
  await until(() => asks() || undefined, 'the question');
  run('xdotool', 'key', ...keys);
  await until(() => !asks() || undefined, 'the question to be gone');
}
