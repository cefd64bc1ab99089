import { chmodSync, closeSync, lstatSync, openSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Calls, keys and logs are for the account that Ringcue runs in: the folder and the files in it are nobody else's to read,
 * also those that an earlier version left open. Windows gives a profile's folders to its account alone.
 *
 * @param files made here where they are not there yet: what writes them would leave them readable
 */
export function keepPrivate(folder: string, files: readonly string[]): void {
  if (process.platform === 'win32') return;
  attempt(() => chmodSync(folder, 0o700));
  for (const name of files) attempt(() => closeSync(openSync(path.join(folder, name), 'a', 0o600)));
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    attempt(() => {
      const kind = lstatSync(file);
      if (kind.isFile()) chmodSync(file, 0o600);
      else if (kind.isDirectory() && name === 'logs') keepPrivate(file, []);
    });
  }
}

/** A folder of another account, chosen on the command line, stays as it is. */
function attempt(change: () => void): void {
  try {
    change();
  } catch {
    // Read-only, or not ours.
  }
}
