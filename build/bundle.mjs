/** Builds dist/: main, its workers and preload as CommonJS for Electron 33, the renderer for its Chrome. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeCodeCache } from './lib/code-cache.mjs';
import { writeLicences } from './lib/licences.mjs';
import { root, say } from './lib/paths.mjs';

/** What the last build took in, by name and version. */
const shippedFile = path.join(root, '.cache/shipped.json');

/**
 * In a test run, dist/ stays as the run built it: a build would take the files from the apps that other tests are starting.
 *
 * @param {{executable: string}} [electron] what the app will run on here: then a start does not have to compile it
 * @returns what is in it, by name and version
 */
export async function bundle(electron) {
  if (process.env.RINGCUE_AS_BUILT)
    return { shipped: JSON.parse(readFileSync(shippedFile, 'utf8')) };
  const started = Date.now();
  const { build } = await import('vite');
  const configs = [
    'boot',
    'main',
    'worker',
    'mapping',
    'demo',
    'demo-store',
    'preload',
    'renderer',
  ];
  for (const name of configs) {
    await build({ configFile: path.join(root, `build/vite.${name}.js`), logLevel: 'warn' });
  }
  if (electron !== undefined) writeCodeCache(electron);
  const shipped = writeLicences();
  mkdirSync(path.dirname(shippedFile), { recursive: true });
  writeFileSync(shippedFile, JSON.stringify(shipped));
  say(`built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return { shipped };
}

if (process.argv[1] === import.meta.filename) await bundle();
