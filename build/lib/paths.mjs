import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Shared by every clone on the machine, outside git: the Electron runtime is 250 MB unpacked. */
export const cacheFolder = path.join(
  process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'),
  'ringcue',
);

/** Begins each line of ours on standard error; the app's lines begin so as well (electron/platform/tell.ts). */
export const sayPrefix = 'ringcue: ';

/** Progress goes to standard error: standard output belongs to the JSON that scripts read. */
export function say(text) {
  process.stderr.write(`${sayPrefix}${text}\n`);
}
