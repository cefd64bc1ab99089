/** `npm run packaged:once`: the unpacked app in release/ opens the page of one demo call, on any system. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, say } from './lib/paths.mjs';
import { ensurePackages, packages, startDesktop } from './lib/system.mjs';

const places = {
  linux: ['linux-unpacked/ringcue'],
  win32: ['win-unpacked/Ringcue.exe'],
  darwin: [
    `mac-${process.arch}/Ringcue.app/Contents/MacOS/Ringcue`,
    'mac/Ringcue.app/Contents/MacOS/Ringcue',
  ],
};
const program = (places[process.platform] ?? [])
  .map((place) => path.join(root, 'release', place))
  .find(existsSync);
if (program === undefined) throw new Error('Run `npm run package` first.');
ensurePackages([...packages.electron, ...packages.display]);
const display = process.platform === 'linux' ? await startDesktop() : undefined;
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
const { status, stdout, stderr } = spawnSync(
  program,
  [
    ...(isRoot ? ['--no-sandbox'] : []),
    ...['--once', '--demo', '--user-data-dir', mkdtempSync(path.join(tmpdir(), 'ringcue-once-'))],
  ],
  { encoding: 'utf8', env: { ...process.env, ...(display && { DISPLAY: display.display }) } },
);
display?.stop();
process.stdout.write(stdout);
if (status !== 0 || !JSON.parse(stdout).decrypted) {
  say(`it ended with ${status}: ${stderr}`);
  process.exitCode = 1;
}
