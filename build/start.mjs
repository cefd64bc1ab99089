/** `npm start [-- ARGUMENTS]`: from a fresh clone to a running app, with no other step. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root, say, sayPrefix } from './lib/paths.mjs';
import { appendNoise, noiseFile, startNoise } from './lib/quiet.mjs';
import { ensureDisplay, sandboxArguments } from './lib/system.mjs';

/** Milliseconds: the app takes itself apart within them. */
const patience = 30_000;

async function main() {
  startNoise();
  ensureDependencies();
  const { findElectron } = await import('./lib/runtime.mjs');
  const { bundle } = await import('./bundle.mjs');
  const electron = await findElectron();
  await bundle(electron);
  const display = await ensureDisplay();
  say(`starting on Electron ${electron.version}`);
  // --demo: where no source is configured, a demo call centre on loopback rings.
  const args = [...sandboxArguments(), root, '--demo', ...process.argv.slice(2)];
  const child = spawn(electron.executable, args, {
    stdio: ['inherit', 'inherit', 'pipe'],
    env: { ...process.env, ...display.env },
  });
  showOwnLines(child.stderr);
  // One that does not end by itself must not keep this one waiting for ever.
  const end = (signal) => {
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), patience).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(signal));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status) => resolve(status ?? 1));
  });
  display.stop();
  if (code !== 0) say(`ended with code ${code}. What Electron printed: ${noiseFile}`);
  process.exitCode = code;
}

/** The app begins its lines as we do; the rest is Chromium's (D-Bus, GPU) and goes into the file. */
function showOwnLines(stream) {
  createInterface({ input: stream }).on('line', (line) => {
    if (line.startsWith(sayPrefix)) process.stderr.write(`${line}\n`);
    else appendNoise(`${line}\n`);
  });
}

main().catch((error) => {
  say(error.message);
  process.exitCode = 1;
});
