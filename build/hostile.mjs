/**
 * `npm run hostile [-- TEXT]`: every hostile page against the running app, or those whose name holds a text. Prints
 * what a page got, opened or took where it got anything.
 */
import { spawnSync } from 'node:child_process';
import { bundle } from './bundle.mjs';
import { findElectron } from './lib/runtime.mjs';
import { root } from './lib/paths.mjs';
import { ensurePackages, packages } from './lib/system.mjs';

ensurePackages([...packages.electron, ...packages.display, ...packages.tests]);
const electron = await findElectron();
await bundle(electron);
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'build/vitest.config.js',
    '--project',
    'e2e',
    'tests/e2e/hostile-pages.test.ts',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      RINGCUE_HOSTILE: process.argv[2] ?? 'all',
      RINGCUE_TEST_ELECTRON: electron.executable,
    },
  },
);
process.exitCode = status ?? 1;
