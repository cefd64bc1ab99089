import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/lib/paths.mjs';

function run(file: string, ...args: string[]): unknown {
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  const { stdout } = spawnSync(process.execPath, [tsx, `tests/bench/${file}`, ...args, '--json'], {
    cwd: root,
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as unknown;
}

/** A short run of `npm run -s gateway:chaos`. */
it.each(['hub', 'nats'])(
  'loses no acknowledged event when it is killed under load: %s',
  (publish) => {
    const result = run('gateway-chaos.ts', '--publish', publish, '--kills', '3');
    expect(result).toMatchObject({ publish, kills: 3, lost: 0 });
    expect((result as { acknowledged: number }).acknowledged).toBeGreaterThan(10);
  },
  180_000,
);

/** A short run of `npm run -s gateway:bench`: times are for people to judge, a lost event never is. */
it('brings every event of a busy minute to its desk', () => {
  const result = run('gateway.ts', '--desks', '40', '--events', '100', '--rate', '100');
  const none = { lost: 0 };
  expect(result).toMatchObject({ desks: 40, gateway: none, bare: none, durable: none });
}, 180_000);
