/** `npm run gateway -- ARGUMENTS`: builds the gateway and runs it. docs/gateway.md lists the commands. */
import { spawn } from 'node:child_process';
import { ensureDependencies } from './lib/dependencies.mjs';
import { bundleGateway } from './lib/gateway-bundle.mjs';
import { startNoise } from './lib/quiet.mjs';

startNoise();
ensureDependencies();
const program = await bundleGateway();
const child = spawn(process.execPath, ['--enable-source-maps', program, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => (process.exitCode = code ?? 1));
