/** `npm run receivers`: the receivers of docs/receivers, the one in Java too, whose JDK `npm test` does not install. */
import { spawnSync } from 'node:child_process';
import { root } from './lib/paths.mjs';
import { ensurePackages, packages } from './lib/system.mjs';

ensurePackages([...packages.tests, 'openjdk-17-jdk-headless']);
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'build/vitest.config.js',
    '--project',
    'unit',
    'tests/unit/cipher/authenticated.test.ts',
    'tests/unit/receivers/receiver-code.test.ts',
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, RINGCUE_JAVA: '1' } },
);
process.exitCode = status ?? 1;
