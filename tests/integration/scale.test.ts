import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/lib/paths.mjs';

/** A short run of `npm run -s scale`: what it must never do is lose an event. */
it.each(['websocket', 'nats', 'mqtt'])(
  'loses no event of any desk when the %s server ends and comes back',
  (transport) => {
    const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
    const args = ['tests/bench/scale.ts', '--transport', transport, '--clients', '40', '--json'];
    const run = spawnSync(process.execPath, [tsx, ...args], { cwd: root, encoding: 'utf8' });
    expect(JSON.parse(run.stdout)).toMatchObject({ transport, clients: 40, lost: 0 });
  },
  120_000,
);
