/** `npm run packaged [-- vitest's arguments]`: packages the app as AppImages and drives it, on Linux. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { ensurePackages, packages, startDesktop } from './lib/system.mjs';

if (process.platform !== 'linux') throw new Error('The packaged app is driven on Linux only.');
ensureDependencies();
ensurePackages([
  ...packages.electron,
  ...packages.display,
  ...packages.tests,
  ...packages.packaged,
]);
const { findElectron } = await import('./lib/runtime.mjs');
const electron = await findElectron();
const display = await startDesktop();
const result = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules/vitest/vitest.mjs'),
    ...['run', '--config', 'build/vitest.config.js', '--project', 'packaged'],
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, RINGCUE_ELECTRON: electron.dist, DISPLAY: display.display },
  },
);
display.stop();
process.exitCode = result.status ?? 1;
