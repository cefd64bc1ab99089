/** Bundles the main side again whenever one of its sources changes. */
import path from 'node:path';
import { build } from 'vite';
import { root, say } from './paths.mjs';

/** Milliseconds: a file of shared/ is in several bundles, and they make one restart. */
const settle = 150;

/**
 * Resolves when everything was built once.
 *
 * @param {{onMain: () => void, onPreload: () => void}} on
 * @returns {Promise<{stop: () => Promise<void>}>}
 */
export async function watchBundles({ onMain, onPreload }) {
  const running = new Set();
  const changed = new Set();
  let timer;
  const settled = () => {
    if (running.size > 0) return;
    // A new main process loads the preload as well.
    if ([...changed].some((name) => name !== 'preload')) onMain();
    else onPreload();
    changed.clear();
  };
  const watchers = [];
  for (const name of ['boot', 'main', 'worker', 'mapping', 'demo', 'demo-store', 'preload']) {
    watchers.push(
      await watchBundle(name, {
        onStart: () => running.add(name),
        onEnd(isBuilt) {
          running.delete(name);
          if (isBuilt) changed.add(name);
          clearTimeout(timer);
          if (changed.size > 0) timer = setTimeout(settled, settle);
        },
      }),
    );
  }
  return {
    async stop() {
      clearTimeout(timer);
      await Promise.all(watchers.map((watcher) => watcher.close()));
    },
  };
}

/** Resolves after the first build; what comes later is told to `onStart` and `onEnd`. */
async function watchBundle(name, { onStart, onEnd }) {
  const watcher = await build({
    configFile: path.join(root, `build/vite.${name}.js`),
    logLevel: 'silent',
    build: { watch: {} },
  });
  let isFirst = true;
  let failed = false;
  await new Promise((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'START') failed = false;
      if (event.code === 'START' && !isFirst) onStart();
      if (event.code === 'ERROR') {
        failed = true;
        say(`${name} was not built: ${event.error.message}`);
      }
      if (event.code === 'BUNDLE_END') void event.result.close();
      if (event.code !== 'END') return;
      if (!isFirst) onEnd(!failed);
      isFirst = false;
      resolve(undefined);
    });
  });
  return watcher;
}
