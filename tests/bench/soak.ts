/**
 * `npm run -s soak -- --popups N --json`: N popups and fifty events for each on the real Electron. Prints the memory, processes,
 * windows and listeners before and after, and fails where memory grew by more than a tenth, anything else at all, or a popup did not
 * close.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { bundle } from '../../build/bundle.mjs';
import { findElectron } from '../../build/lib/runtime.mjs';
import { startDesktop } from '../../build/lib/system.mjs';
import { runSoak } from '../support/soak/run-soak.ts';

const { values } = parseArgs({
  options: {
    popups: { type: 'string', default: '2000' },
    json: { type: 'boolean', default: false },
  },
});
const popups = z.coerce.number().int().min(1).max(100_000).parse(values.popups);

async function main(): Promise<void> {
  const electron = await findElectron();
  await bundle(electron);
  const display =
    process.platform === 'linux' && process.env['DISPLAY'] === undefined
      ? await startDesktop()
      : undefined;
  if (display !== undefined) process.env['DISPLAY'] = display.display;
  try {
    const warmUp = Math.max(20, Math.round(popups / 10));
    const soaked = await runSoak({ executable: electron.executable, popups, warmUp });
    const { start, end, isAtRest } = soaked;
    const memoryRatio = Math.round((end.memoryMb / start.memoryMb) * 100) / 100;
    console.log(JSON.stringify({ ...soaked, memoryRatio }));
    const hasGrown =
      memoryRatio > 1.1 || end.processes > start.processes || end.listeners > start.listeners;
    process.exitCode = hasGrown || !isAtRest ? 1 : 0;
  } finally {
    display?.stop();
  }
}

await main();
