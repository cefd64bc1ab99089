import { app } from 'electron';
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { errorText } from '../platform/logging/log.ts';

/** A share on another computer: databases on one get corrupted, and profiles copied at every logon. */
const isNetworkPath = (folder: string): boolean => /^(\\\\|\/\/)[^\\/?.]/.test(folder);

/** Nothing of the kernel's own can be stored in; asked for a folder, some of it never answers. */
const isSystemPath = (folder: string): boolean =>
  process.platform !== 'win32' &&
  /^\/(?:proc|sys|dev)(?:\/|$)/.test(folder) &&
  !/^\/dev\/shm\/./.test(folder);

/**
 * Chooses where everything is stored and tells Electron. Local, not roaming: on Windows
 * %LOCALAPPDATA%\Ringcue.
 *
 * @throws when the folder cannot be used, with a sentence for the person who chose it
 */
export function useDataFolder(chosen: string | undefined): string {
  const folder = chosen ?? defaultFolder();
  if (isNetworkPath(folder)) {
    throw new Error(
      `${folder} is on the network. Choose a folder on this computer with --user-data-dir.`,
    );
  }
  if (isSystemPath(folder)) throw new Error(`${folder} is no place for files.`);
  makeFolder(folder);
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
  return folder;
}

/**
 * One level after another: Node's own recursion never ends where a file system says of a folder that is there that
 * it is not.
 */
function makeFolder(folder: string): void {
  try {
    const missing: string[] = [];
    let existing = folder;
    while (!existsSync(existing) && path.dirname(existing) !== existing) {
      missing.unshift(existing);
      existing = path.dirname(existing);
    }
    if (!statSync(existing).isDirectory()) throw new Error(`${existing} is not a folder`);
    accessSync(existing, constants.W_OK);
    for (const one of missing) mkdirSync(one, { mode: 0o700 });
  } catch (error) {
    throw new Error(
      `${folder} cannot be used: ${errorText(error)}. Choose another folder with --user-data-dir.`,
      { cause: error },
    );
  }
}

function defaultFolder(): string {
  const local = process.env['LOCALAPPDATA'];
  return process.platform === 'win32' && local !== undefined
    ? path.join(local, 'Ringcue')
    : path.join(app.getPath('appData'), 'Ringcue');
}
