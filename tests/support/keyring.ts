import { spawn, type ChildProcess } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

export interface Keyring {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A session bus with an unlocked GNOME Keyring on it, for safeStorage. Ends with the test. */
export async function startKeyring(): Promise<Keyring> {
  const home = temporaryFolder();
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void bus.kill());
  const address = await firstLine(bus);
  const env = {
    DBUS_SESSION_BUS_ADDRESS: address,
    XDG_DATA_HOME: home,
    XDG_RUNTIME_DIR: home,
    XDG_CURRENT_DESKTOP: 'GNOME',
  };
  const daemon = spawn(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets', `--control-directory=${home}`],
    { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  onTestFinished(() => void daemon.kill());
  daemon.stdin.end('pw\n');
  await firstLine(daemon);
  return { args: ['--password-store=gnome-libsecret'], env };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.once('error', reject);
    child.stdout?.on('data', (data: Buffer) => {
      text += data.toString();
      if (text.includes('\n')) resolve(text.split('\n')[0] ?? '');
    });
  });
}
