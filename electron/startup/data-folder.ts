import { app } from 'electron';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

/** A share on another computer: databases on one get corrupted, and profiles copied at every logon. */
const isNetworkPath = (folder: string): boolean => /^(\\\\|\/\/)[^\\/?.]/.test(folder);

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
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
  return folder;
}

function defaultFolder(): string {
  const local = process.env['LOCALAPPDATA'];
  return process.platform === 'win32' && local !== undefined
    ? path.join(local, 'Ringcue')
    : path.join(app.getPath('appData'), 'Ringcue');
}
