import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../../build/lib/paths.mjs';

const rowSchema = z.object({ part: z.string() }).catchall(z.union([z.string(), z.number()]));

/** A short `npm run bench`: every figure must come; its value says nothing, as other tests run beside it. */
it('measures the start, the match and the webhooks on the real app', () => {
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  const args = ['tests/bench/speed.ts', '--quick', '--only', 'match,webhooks,start', '--json'];
  const run = spawnSync(process.execPath, [tsx, ...args], { cwd: root, encoding: 'utf8' });
  const lines = run.stdout.split('\n').filter((line) => line.startsWith('{'));
  const rows = lines.map((line) => rowSchema.parse(JSON.parse(line)));
  expect(
    rows.map(({ part }) => part),
    run.stderr,
  ).toEqual(['machine', ...['match', 'match', 'match', 'match'], 'webhooks', 'start']);
  for (const { part, ...figures } of rows.slice(1)) {
    for (const [name, figure] of Object.entries(figures)) {
      // Ratios are rounded: beside other tests a small one can be 0.
      expect(Number(figure), `${part} ${name}`).toBeGreaterThanOrEqual(0);
    }
  }
  expect(run.status).toBe(0);
}, 180_000);
