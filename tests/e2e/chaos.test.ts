import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/lib/paths.mjs';

/** A short run of `npm run -s chaos`: nothing that was accepted is lost, however the app ends. */
it('loses no accepted webhook when the app is killed at random moments', () => {
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  const args = ['tests/bench/chaos.ts', '--kills', '3', '--seed', '7', '--json'];
  const run = spawnSync(process.execPath, [tsx, ...args], { cwd: root, encoding: 'utf8' });
  const line = run.stdout.split('\n').find((text) => text.startsWith('{')) ?? run.stderr;
  expect(JSON.parse(line)).toMatchObject({ kills: 3, lost: 0, duplicateIds: 0, eventsLost: 0 });
}, 300_000);
