/** `npm run package [-- --dir] [electron-builder's arguments]`: builds, then packages on the Electron found. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root, say } from './lib/paths.mjs';
import { findElectron } from './lib/runtime.mjs';
import { writeSbom } from './lib/sbom.mjs';
import { ensurePackages } from './lib/system.mjs';

ensureDependencies();
if (process.platform === 'linux') ensurePackages(['p7zip-full']);
const electron = await findElectron();
const { shipped } = await bundle(electron);
writeSbom(shipped, electron.version);
say(`packaging on Electron ${electron.version}`);
if (!electron.isOurs) {
  say(
    'this is not the pinned Electron: good for tests on this machine, never to be given to users',
  );
}
const result = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules/electron-builder/cli.js'),
    '--config',
    'build/electron-builder.config.cjs',
    `-c.electronVersion=${electron.version}`,
    // A copy of the folder found here, so that nothing is downloaded for this platform.
    ...(electron.isOurs ? [] : [`-c.electronDist=${electron.dist}`]),
    '--publish',
    'never',
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(process.platform === 'linux' && { ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7z' }),
    },
  },
);
process.exitCode = result.status ?? 1;
