/** `npm start [-- ARGUMENTS]`: from a fresh clone to a running app, with no other step. */
import { spawn } from 'node:child_process';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root, say } from './lib/paths.mjs';
import { ensureDisplay, sandboxArguments } from './lib/system.mjs';

async function main() {
  ensureDependencies();
  const { findElectron } = await import('./lib/runtime.mjs');
  const { bundle } = await import('./bundle.mjs');
  const electron = await findElectron();
  await bundle();
  const display = await ensureDisplay();
  say(`starting on Electron ${electron.version}`);
  // --demo: where no source is configured, a demo call centre on loopback rings.
  const args = [...sandboxArguments(), root, '--demo', ...process.argv.slice(2)];
  const child = spawn(electron.executable, args, {
    stdio: 'inherit',
    env: { ...process.env, ...display.env },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
  display.stop();
  process.exitCode = code;
}

main().catch((error) => {
  say(error.message);
  process.exitCode = 1;
});
