/**
 * `npm run -s gateway:bench -- --desks N --json`: N desks at the real gateway, and webhooks for single agents. Prints how
 * long an event takes from the request to the desk, how long the answer takes, and the memory, in the same run beside a bare
 * Fastify with ws, which keeps nothing, and beside the same with an insert into SQLite that is on disk before the answer.
 * `--warm-up N` events come first and are not counted; `--profile FOLDER` keeps a CPU profile of the gateway.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { bundleGateway } from '../../build/lib/gateway-bundle.mjs';
import { root } from '../../build/lib/paths.mjs';
import { measure } from './gateway-measure.ts';
import { startBare, startOurs } from './gateway-subjects.ts';

const { values } = parseArgs({
  options: {
    desks: { type: 'string', default: '10000' },
    events: { type: 'string', default: '3000' },
    rate: { type: 'string', default: '200' },
    'warm-up': { type: 'string', default: '600' },
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const load = z
  .object({
    desks: z.coerce.number().int().min(4).max(20_000),
    events: z.coerce.number().int().min(10).max(100_000),
    rate: z.coerce.number().min(1).max(5_000),
    warmUp: z.coerce.number().int().min(0).max(100_000),
  })
  .parse({ ...values, warmUp: values['warm-up'] });

async function compared(folder: string, built: string) {
  const program = await bundleGateway(built);
  const flags =
    values.profile === undefined
      ? []
      : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(values.profile)}`];
  const bare = await measure(await startBare(), load);
  const durable = await measure(await startBare(path.join(folder, 'bare.db')), load);
  const ours = await startOurs({ program, folder, desks: load.desks, flags });
  const gateway = await measure(ours, load);
  const to = (other: typeof bare): number =>
    Math.round((100 * gateway.toDeskMs.p99) / other.toDeskMs.p99) / 100;
  return { gateway, bare, durable, ratioOfP99: { bare: to(bare), durable: to(durable) } };
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringcue-gateway-bench-'));
  const built = path.join(root, '.cache', `gateway-${process.pid}`);
  try {
    const result = { ...load, ...(await compared(folder, built)) };
    console.log(values.json ? JSON.stringify(result) : JSON.stringify(result, null, 2));
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(built, { recursive: true, force: true });
  }
}

await main();
