/**
 * `npm run -s bench -- [--quick] [--json] [--only ring,match,webhooks]`: what users wait for, measured on the real Electron
 * beside the least program that does the same, everything in turn in one run. Figures without their reference mean
 * nothing: machines differ, ratios hardly.
 */
import { cpus, release } from 'node:os';
import { parseArgs } from 'node:util';
import { bundle } from '../../build/bundle.mjs';
import { findElectron } from '../../build/lib/runtime.mjs';
import { ensurePackages, packages, startDesktop } from '../../build/lib/system.mjs';
import { measureFeed } from './speed/feed.ts';
import { measureMatch } from './speed/match.ts';
import { measureRings } from './speed/ring.ts';
import type { Machine } from './speed/ringcue-process.ts';
import { measureStart } from './speed/start.ts';
import { measureWebhooks } from './speed/webhooks.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

type Part = (machine: Machine, quick: boolean) => Promise<readonly object[]>;

const parts: Readonly<Record<string, Part>> = {
  ring: (machine, quick) =>
    measureRings(machine, quick ? { rings: 3, blocks: 1 } : { rings: 12, blocks: 2 }),
  start: async (machine, quick) => [await measureStart(machine, quick ? 1 : 5)],
  feed: async (machine, quick) => [
    await measureFeed(
      machine,
      quick ? { rules: 1_000, seconds: 5 } : { rules: 10_000, seconds: 60 },
    ),
  ],
  match: (_machine, quick) => Promise.resolve(measureMatch(quick ? 500 : 5_000)),
  webhooks: async (_machine, quick) => [await measureWebhooks(quick ? 200 : 2_000)],
};

async function main(): Promise<void> {
  ensurePackages([...packages.electron, ...packages.display, ...packages.tests]);
  const electron = await findElectron();
  await bundle(electron);
  const desktop = await startDesktop();
  const machine = { executable: electron.executable, display: desktop.display };
  const chosen = values.only?.split(',') ?? Object.keys(parts);
  try {
    say('machine', [
      {
        electron: electron.version,
        cpu: cpus()[0]?.model,
        cores: cpus().length,
        system: release(),
      },
    ]);
    for (const name of chosen) {
      const part = parts[name];
      if (part === undefined)
        throw new Error(`There is no part ${name}: ${Object.keys(parts).join(', ')}.`);
      say(name, await part(machine, values.quick));
    }
  } finally {
    desktop.stop();
  }
}

function say(part: string, rows: readonly object[]): void {
  if (values.json) for (const row of rows) console.log(JSON.stringify({ part, ...row }));
  else {
    console.log(`\n${part}`);
    console.table(rows);
  }
}

await main();
