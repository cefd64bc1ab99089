/** Builds dist/: main, its workers and preload as CommonJS for Electron 33, the renderer for its Chrome. */
import path from 'node:path';
import { writeLicences } from './lib/licences.mjs';
import { root, say } from './lib/paths.mjs';

/** @returns what is in it, by name and version */
export async function bundle() {
  const started = Date.now();
  const { build } = await import('vite');
  const configs = ['main', 'worker', 'mapping', 'demo', 'demo-store', 'preload', 'renderer'];
  for (const name of configs) {
    await build({ configFile: path.join(root, `build/vite.${name}.js`), logLevel: 'warn' });
  }
  const shipped = writeLicences();
  say(`built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return { shipped };
}

if (process.argv[1] === import.meta.filename) await bundle();
