import { expect, it } from 'vitest';
import { MissedCount } from '../../../electron/features/calls/missed-count.ts';

function setUp(stored: Record<string, string> = {}) {
  const values = new Map(Object.entries(stored));
  const now = { agent: 'ada', changes: 0 };
  const count = new MissedCount({
    kept: {
      of: (name) => values.get(name),
      remember: (name, value) => void values.set(name, value),
    },
    agent: () => now.agent,
    onChange: () => (now.changes += 1),
  });
  return { count, now, values };
}

it('counts missed calls until the agent looks, each agent their own', () => {
  const { count, now } = setUp();
  count.add();
  count.add();
  expect(count.current()).toBe(2);
  now.agent = 'grace';
  expect(count.current()).toBe(0);
  now.agent = 'ada';
  count.seen();
  expect(count.current()).toBe(0);
  expect(now.changes).toBe(3);
  count.seen();
  expect(now.changes, 'nothing to look at is no change').toBe(3);
});

it('knows the count of an earlier run, and takes nonsense for none', () => {
  expect(setUp({ ada: '3' }).count.current()).toBe(3);
  expect(setUp({ ada: 'many' }).count.current()).toBe(0);
  expect(setUp({ ada: '-1' }).count.current()).toBe(0);
});
