/**
 * `npm run dev [-- ARGUMENTS]`: the app for people who work on it. The renderer comes from Vite's server and changes
 * in place; main, its workers and the preload are bundled again with each change, and what has to starts anew.
 */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { DevApp } from './lib/dev-app.mjs';
import { root, say } from './lib/paths.mjs';
import { startNoise } from './lib/quiet.mjs';
import { ensureDisplay, sandboxArguments } from './lib/system.mjs';

/** A developer's own data, and an app that runs beside this one, are left alone. */
const dataFolder = path.join(root, '.cache/dev-data');
const appArguments = ['--demo', '--user-data-dir', dataFolder, ...process.argv.slice(2)];

async function main() {
  // What a shell has set for something else decides whether React can refresh.
  process.env.NODE_ENV = 'development';
  startNoise();
  ensureDependencies();
  const ended = endsOnSignal();
  const stoppers = [];
  try {
    await start(stoppers, ended.resolve);
    await ended.promise;
  } finally {
    // Backwards: the watchers first, so that nothing starts again what is being stopped.
    for (const stop of stoppers.reverse()) await stop();
  }
}

/** @param {(() => unknown)[]} stoppers takes what ends each part, as soon as it was started */
async function start(stoppers, onQuit) {
  const { findElectron } = await import('./lib/runtime.mjs');
  const { startRenderer } = await import('./lib/dev-renderer.mjs');
  const { watchBundles } = await import('./lib/dev-bundles.mjs');
  const electron = await findElectron();
  const renderer = await startRenderer();
  stoppers.push(() => renderer.stop());
  const display = await ensureDisplay();
  stoppers.push(() => display.stop());
  const app = new DevApp({
    executable: electron.executable,
    args: [...sandboxArguments(), root, ...appArguments],
    env: {
      ...process.env,
      ...display.env,
      // Stacks name the lines of the source.
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --enable-source-maps`,
      RINGCUE_DEV_SERVER: renderer.url,
    },
    onQuit,
  });
  stoppers.push(() => app.stop());
  // The main process takes its icon from where a build puts it.
  cpSync(path.join(root, 'renderer/public'), path.join(root, 'dist/renderer'), { recursive: true });
  const bundles = await watchBundles({
    onMain: () => app.restart(),
    onPreload: () => renderer.reload(),
  });
  stoppers.push(() => bundles.stop());
  say(`starting on Electron ${electron.version}; Ctrl+C ends it`);
  app.restart();
}

/** Ctrl+C during the start is one as well: everything that was started by then is stopped. */
function endsOnSignal() {
  let resolve = () => {};
  const promise = new Promise((done) => (resolve = done));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, resolve);
  return { promise, resolve };
}

main().then(
  // What Vite's watchers may still hold must not keep the terminal.
  () => process.exit(),
  (error) => {
    say(error.message);
    process.exit(1);
  },
);
