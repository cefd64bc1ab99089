/** What a Linux machine without a desktop needs, so that the real Electron can run there. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from './paths.mjs';
import { runQuietly } from './quiet.mjs';

/** Debian 12 names. */
export const packages = {
  electron: [
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libxss1',
    'libatk-bridge2.0-0',
    'libdrm2',
    'libxkbcommon0',
    'libcups2',
  ],
  display: ['xvfb', 'xauth', 'dbus', 'fonts-noto-core'],
  tests: [
    'curl',
    'php-cli',
    'openssl',
    'python3',
    'python3-cryptography',
    'mono-mcs',
    'mono-runtime',
    'gnome-keyring',
    'libsecret-1-0',
    'openbox',
    'iproute2',
    'xdotool',
    'x11-utils',
    'xterm',
    'libnss3-tools',
    'p7zip-full',
    'nats-server',
    'mosquitto',
    'libxml2-utils',
    'webhook',
    'microsocks',
    'rsyslog',
    'rsyslog-openssl',
    'systemd',
  ],
  packaged: [
    'squashfs-tools',
    'xclip',
    'rpm',
    'nsis',
    'desktop-file-utils',
    // What the .deb depends on.
    'libnotify4',
    'libxtst6',
    'xdg-utils',
  ],
};

/** Installs what is missing of the named packages where apt-get may run; else says what to install. */
export function ensurePackages(names) {
  if (process.platform !== 'linux') return;
  const missing = names.filter((name) => !installed(name));
  if (missing.length === 0) return;
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) {
    if (!existsSync('/usr/bin/dpkg-query')) return; // another distribution: the loader will say what is missing
    throw new Error(`Install these packages first: sudo apt-get install ${missing.join(' ')}`);
  }
  say(`installing ${missing.join(' ')} ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  runQuietly('apt-get', ['-q', 'update'], { env });
  runQuietly('apt-get', ['-q', 'install', '-y', '--no-install-recommends', ...missing], { env });
}

function installed(name) {
  // Newer Debian and Ubuntu carry some libraries under a name that ends in t64.
  return [name, `${name}t64`].some((one) => {
    const result = spawnSync('dpkg-query', ['-W', '-f=${Status}', one], { encoding: 'utf8' });
    return result.stdout?.includes('install ok installed') ?? false;
  });
}

/**
 * Starts an X server of its own on a free display number.
 * @returns {Promise<{display: string, stop: () => void}>}
 */
export function startXvfb(size = '1600x1000x24') {
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    server.once('error', () => reject(new Error('Xvfb could not be started: install xvfb')));
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3].once('data', (data) => {
      server.removeAllListeners('exit');
      server.unref();
      resolve({ display: `:${String(data).trim()}`, stop: () => server.kill() });
    });
  });
}

/** As startXvfb, with a window manager, as people have one: for tests of focus and stacking. */
export async function startDesktop() {
  const xvfb = await startXvfb();
  const manager = spawn('openbox', [], {
    env: { ...process.env, DISPLAY: xvfb.display },
    stdio: 'ignore',
  });
  manager.once('error', () => say('openbox could not be started: install openbox'));
  manager.unref();
  return {
    display: xvfb.display,
    stop() {
      manager.kill();
      xvfb.stop();
    },
  };
}

/** Gives a display to what follows: the user's own, or a virtual one. */
export async function ensureDisplay() {
  if (process.platform !== 'linux') return { env: {}, stop: () => {} };
  ensurePackages(packages.electron);
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return { env: {}, stop: () => {} };
  ensurePackages(packages.display);
  const xvfb = await startXvfb();
  say(`no display here: using a virtual one (Xvfb ${xvfb.display})`);
  return { env: { DISPLAY: xvfb.display }, stop: xvfb.stop };
}

/** Chromium's sandbox cannot run as root on Linux; everywhere else it stays on. */
export function sandboxArguments() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  say("running as root: Chromium's sandbox is off for this run (--no-sandbox)");
  return ['--no-sandbox'];
}
