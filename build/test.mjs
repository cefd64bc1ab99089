/**
 * `npm test`: everything, from a fresh clone, with no other step. Fails when Electron is missing: no test
 * passes because there was nothing to test.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root, say } from './lib/paths.mjs';
import { startNoise } from './lib/quiet.mjs';
import { ensurePackages, packages, startDesktop } from './lib/system.mjs';

const output = path.join(root, 'tests/output');

async function main() {
  startNoise();
  ensureDependencies();
  ensurePackages([...packages.electron, ...packages.display, ...packages.tests]);
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  step('format', 'prettier', ['--check', '--log-level', 'warn', '.']);
  step('types', 'tsc', ['--noEmit']);
  step('lint', 'eslint', ['.', '--max-warnings', '0']);
  step('docs', 'tsx', ['build/generate-docs.ts', '--check']);
  const unit = vitest('unit', {});
  const { findElectron } = await import('./lib/runtime.mjs');
  const { bundle } = await import('./bundle.mjs');
  const electron = await findElectron();
  await bundle(electron);
  say(`e2e on the real Electron ${electron.version}`);
  const display = process.platform === 'linux' ? await startDesktop() : undefined;
  try {
    const env = {
      RINGCUE_TEST_ELECTRON: electron.executable,
      // The same for the tests that build or start by our own scripts.
      RINGCUE_ELECTRON: electron.dist,
      RINGCUE_TEST_ELECTRON_VERSION: electron.version,
      RINGCUE_AS_BUILT: '1',
      ...(display && { DISPLAY: display.display }),
    };
    const e2e = vitest('e2e', env) + vitest('alone', env);
    say(
      `format, types, lint, docs, unit, integration and e2e on Electron ${electron.version}: all green`,
    );
    process.stdout.write(`\n${unit + e2e} passed, 0 failed\n`);
  } finally {
    display?.stop();
  }
}

function step(name, command, args) {
  say(name);
  const result = spawnSync(process.execPath, [bin(command), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (result.status !== 0) throw new Error(`${name} failed`);
}

/** @returns how many tests passed */
function vitest(project, env) {
  const report = path.join(output, `${project}.json`);
  const args = ['run', '--config', 'build/vitest.config.js', '--project', project];
  const result = spawnSync(
    process.execPath,
    [
      bin('vitest'),
      ...args,
      '--reporter=default',
      '--reporter=./build/lib/second-tries.mjs',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } },
  );
  if (result.status !== 0) throw new Error(`${project} tests failed`);
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  if (numPassedTests === 0 || numFailedTests > 0) throw new Error(`${project}: no test passed`);
  return numPassedTests;
}

/** The script behind a command of a dependency, as its package.json names it. */
function bin(command) {
  const owners = {
    prettier: 'prettier',
    tsc: 'typescript',
    eslint: 'eslint',
    tsx: 'tsx',
    vitest: 'vitest',
  };
  const folder = path.join(root, 'node_modules', owners[command]);
  const entry = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).bin;
  return path.join(folder, typeof entry === 'string' ? entry : entry[command]);
}

main().catch((error) => {
  say(error.message);
  process.stdout.write('\nnpm test failed\n');
  process.exitCode = 1;
});
