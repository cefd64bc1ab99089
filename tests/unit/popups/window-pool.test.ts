import { expect, it } from 'vitest';
import { crmPartitionOf } from '../../../electron/features/popups/crm-partition.ts';
import { WindowPool } from '../../../electron/features/popups/window-pool.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const ada = crmPartitionOf({ id: 'ada' });
const bob = crmPartitionOf({ id: 'bob' });

class Window {
  private destroyed = false;
  public isDestroyed(): boolean {
    return this.destroyed;
  }
  public destroy(): void {
    this.destroyed = true;
  }
}

function pooling() {
  const clock = new FakeClock();
  const made: Window[] = [];
  const pool = new WindowPool(clock, () => {
    const window = new Window();
    made.push(window);
    return { window, guarded: Promise.resolve() };
  });
  return { clock, made, pool };
}

it('has a window ready soon after the start, and takes it', () => {
  const { clock, made, pool } = pooling();
  pool.prepare(ada);
  expect(made).toHaveLength(0);
  clock.advance(1_000);
  expect(made).toHaveLength(1);
  expect(pool.take(ada).window).toBe(made[0]);
});

it('has the next one ready before a call that rings a second later', async () => {
  const { clock, made, pool } = pooling();
  pool.prepare(ada);
  clock.advance(1_000);
  pool.take(ada);
  let draw: () => void = () => undefined;
  pool.refillAfter(new Promise<void>((resolve) => (draw = resolve)));
  clock.advance(100);
  expect(made, 'while the page is drawn').toHaveLength(1);
  draw();
  await Promise.resolve();
  clock.advance(300);
  expect(made).toHaveLength(2);
  expect(pool.take(ada).window).toBe(made[1]);
});

it('prepares another one where the page of the first never draws, and only one', async () => {
  const { clock, made, pool } = pooling();
  pool.prepare(ada);
  clock.advance(1_000);
  pool.take(ada);
  clock.advance(2_000);
  expect(made).toHaveLength(2);
  pool.refillAfter(Promise.resolve());
  await Promise.resolve();
  clock.advance(2_000);
  expect(made).toHaveLength(2);
});

it('keeps none for an agent who has left, or where none is wanted', async () => {
  const { clock, made, pool } = pooling();
  pool.prepare(ada);
  clock.advance(1_000);
  pool.prepare(bob);
  expect(made[0]?.isDestroyed()).toBe(true);
  clock.advance(1_000);
  pool.take(bob);
  pool.prepare(undefined);
  pool.refillAfter(Promise.resolve());
  await pool.settled();
  clock.advance(5_000);
  expect(made).toHaveLength(2);
});
