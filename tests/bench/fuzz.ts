/**
 * `npm run -s fuzz -- --seconds 60 [--seed 1] [--target frames] [--json]`: hostile frames, templates, mappings, links and calls of
 * pages, near real ones. Prints a line a target: how many runs, how many threw, took over a second, or did what only an
 * administrator may. Exits with 1 where any did.
 */
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../build/lib/paths.mjs';
import { fuzzRound } from '../support/fuzz/fuzz-round.ts';
import { fuzzTargets } from '../support/fuzz/targets.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const outDir = mkdtempSync(path.join(tmpdir(), 'ringcue-fuzz-'));
await build({
  configFile: path.join(root, 'build/vite.mapping.js'),
  logLevel: 'warn',
  build: { outDir },
});
const all = fuzzTargets(path.join(outDir, 'mapping-process.cjs'));
const targets = all.filter(({ name }) => values.target === undefined || name === values.target);
for (const target of targets) {
  const end = performance.now() + (Number(values.seconds) * 1_000) / targets.length;
  const { seeds, firstProblem, ...result } = await fuzzRound(
    target,
    Number(values.seed),
    () => performance.now() < end,
  );
  console.log(
    values.json
      ? JSON.stringify(result)
      : Object.entries(result)
          .map(([name, value]) => `${name} ${value}`)
          .join(', '),
  );
  if (seeds.length === 0) continue;
  console.error(`${target.name}: seeds ${seeds.join(', ')}\n${firstProblem}`);
  process.exitCode = 1;
}
rmSync(outDir, { recursive: true, force: true });
