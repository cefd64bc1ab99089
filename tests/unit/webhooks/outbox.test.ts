import { setImmediate as settled } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { AttemptResult } from '../../../electron/features/webhooks/attempt-delivery.ts';
import { judgeAnswer } from '../../../electron/features/webhooks/judge-answer.ts';
import { Outbox } from '../../../electron/features/webhooks/outbox.ts';
import {
  maxAttempts,
  nextDelay,
  retryAfterOf,
} from '../../../electron/features/webhooks/retry-schedule.ts';
import { RowRetention } from '../../../electron/platform/storage/row-retention.ts';
import type { NewDelivery } from '../../../shared/model/delivery.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { openOutboxStore } from '../../support/outbox.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

function setUp(file?: string) {
  const { store, close } = openOutboxStore(file);
  onTestFinished(close);
  const clock = new FakeClock();
  const attempts: { id: string; at: number }[] = [];
  const state = {
    status: 200,
    retryAfter: undefined as string | undefined,
    on: true,
    online: true,
    hold: undefined as Promise<void> | undefined,
    held: '',
  };
  const gone: string[] = [];
  const outbox = new Outbox({
    store,
    clock,
    log,
    random: () => 0.5,
    async attempt({ id, host }): Promise<AttemptResult> {
      attempts.push({ id, at: clock.now() });
      if (host === state.held) await state.hold;
      const headers = state.retryAfter === undefined ? {} : { 'retry-after': state.retryAfter };
      const answer = { ok: true as const, value: { status: state.status, headers, text: '' } };
      return {
        judgement: judgeAnswer(answer, { successCodes: [200], stopOn4xx: true }, clock.now()),
        status: state.status,
        response: '',
        template: host,
      };
    },
    isOn: () => state.on,
    isOnline: () => state.online,
    onGone: (id) => gone.push(id),
    onAttempted: () => undefined,
    onChange: () => undefined,
  });
  const delivery = (id: string, over: Partial<NewDelivery> = {}): NewDelivery => ({
    id,
    webhook: 'w',
    webhookName: 'W',
    host: 'a.test',
    callKey: id,
    caller: '',
    stage: 'hangup',
    acceptedAt: clock.now(),
    expiresAt: clock.now() + 400 * 3_600_000,
    isTest: false,
    request: '{}',
    ...over,
  });
  /** Lets what is under way end, then time pass in steps. */
  const advance = async (ms: number, step = ms) => {
    for (let passed = 0; passed < ms; passed += step) {
      for (let turn = 0; turn < 6; turn += 1) await settled();
      clock.advance(step);
    }
    for (let turn = 0; turn < 6; turn += 1) await settled();
  };
  const states = async () =>
    Object.fromEntries((await store.counts()).map(({ state: name, count }) => [name, count]));
  return { store, clock, outbox, attempts, state, gone, delivery, advance, states };
}

it('tries ten times within 75 h 35 min, as Standard Webhooks says', async () => {
  const { outbox, attempts, state, delivery, advance, states, clock } = setUp();
  state.status = 500;
  const start = clock.now();
  await outbox.accept([delivery('d')]);
  // Between two attempts at most a day passes; the host's rest never makes one longer than the schedule.
  await advance(80 * 3_600_000, 5_000);
  expect(attempts.map(({ at }) => Math.round((at - start) / 1_000))).toEqual([
    0, 5, 305, 2_105, 9_305, 27_305, 63_305, 113_705, 185_705, 272_105,
  ]);
  expect(272_105).toBe(75 * 3_600 + 35 * 60 + 5);
  expect(await states()).toEqual({ dead: 1 });
  expect(attempts).toHaveLength(maxAttempts);
});

it('spreads attempts, and waits longer where the receiver asks for it', () => {
  expect(nextDelay(1, 0, undefined)).toBe(4_500);
  expect(nextDelay(1, 1, undefined)).toBe(5_500);
  expect(nextDelay(1, 0.5, 60_000)).toBe(60_000);
  expect(nextDelay(1, 0.5, 1e12)).toBe(24 * 3_600_000);
  expect(nextDelay(maxAttempts, 0.5, undefined)).toBeUndefined();
  expect(retryAfterOf('120', 0)).toBe(120_000);
  expect(retryAfterOf('Thu, 01 Jan 1970 00:01:00 GMT', 0)).toBe(60_000);
  expect(retryAfterOf('soon', 0)).toBeUndefined();
});

it('stops at an answer that would be the same again, and switches off what is gone', async () => {
  const { outbox, attempts, state, gone, delivery, advance, states } = setUp();
  state.status = 422;
  await outbox.accept([delivery('a')]);
  await advance(0);
  state.status = 410;
  await outbox.accept([delivery('b')]);
  await advance(10_000);
  expect(await states()).toEqual({ dead: 2 });
  expect(gone).toEqual(['w']);
  expect(attempts).toHaveLength(2);
  state.status = 429;
  state.retryAfter = '7';
  await outbox.accept([delivery('c')]);
  await advance(6_999);
  expect(attempts).toHaveLength(3);
  state.status = 200;
  await advance(1);
  expect(await states()).toEqual({ dead: 2, delivered: 1 });
});

it('takes a repeated delivery once', async () => {
  const { outbox, attempts, delivery, advance, states } = setUp();
  await outbox.accept([delivery('a'), delivery('a')]);
  await outbox.accept([delivery('a')]);
  await advance(0);
  expect(attempts).toHaveLength(1);
  expect(await states()).toEqual({ delivered: 1 });
});

it('keeps the order of a call, but never behind what is expired or dead', async () => {
  const { outbox, attempts, state, delivery, advance, clock } = setUp();
  state.status = 500;
  await outbox.accept([
    delivery('ringing', { callKey: 'c', expiresAt: clock.now() + 2_000 }),
    delivery('hangup', { callKey: 'c' }),
    delivery('other', { callKey: 'd' }),
  ]);
  await advance(1_000);
  expect(attempts.map(({ id }) => id)).toEqual(['ringing', 'other']);
  state.status = 200;
  await advance(1_000, 500);
  expect(attempts.map(({ id }) => id)).toEqual(['ringing', 'other', 'hangup']);
});

it('lets no slow receiver hold back another', async () => {
  const { outbox, attempts, state, delivery, advance, states } = setUp();
  let release = (): void => undefined;
  state.hold = new Promise((resolve) => (release = resolve));
  state.held = 'slow.test';
  const slow = Array.from({ length: 9 }, (_, index) =>
    delivery(`slow ${index}`, { host: 'slow.test' }),
  );
  await outbox.accept([...slow, delivery('fast')]);
  await advance(0);
  expect(attempts.map(({ id }) => id)).toEqual(['slow 0', 'slow 1', 'slow 2', 'slow 3', 'fast']);
  release();
  await advance(0);
  await advance(0);
  expect(await states()).toEqual({ delivered: 10 });
});

it('leaves a host alone after failures, without using up attempts', async () => {
  const { outbox, attempts, state, delivery, advance, states } = setUp();
  state.status = 503;
  const many = Array.from({ length: 30 }, (_, index) => delivery(`d${index}`));
  await outbox.accept(many);
  await advance(0);
  // Four at once until five failed in a row; then it rests.
  expect(attempts.length).toBeLessThanOrEqual(8);
  const before = attempts.length;
  await advance(9_000);
  expect(attempts).toHaveLength(before);
  state.status = 200;
  outbox.wake();
  await advance(400_000, 1_000);
  expect(await states()).toEqual({ delivered: 30 });
});

it('waits without a network and while a webhook is off, and takes up what an earlier run left', async () => {
  const { outbox, attempts, state, delivery, advance, states, store, clock } = setUp();
  state.online = false;
  await outbox.accept([delivery('a')]);
  await advance(60_000, 1_000);
  expect(attempts).toEqual([]);
  state.online = true;
  state.on = false;
  await advance(60_000, 1_000);
  expect(attempts).toEqual([]);
  await outbox.stop();

  const sent: string[] = [];
  const next = new Outbox({
    store,
    clock,
    log,
    random: () => 0.5,
    attempt({ id }) {
      sent.push(id);
      return Promise.resolve({
        judgement: { kind: 'delivered' },
        status: 200,
        response: '',
        template: '',
      });
    },
    isOn: () => true,
    isOnline: () => true,
    onGone: () => undefined,
    onAttempted: () => undefined,
    onChange: () => undefined,
  });
  await next.start();
  await advance(0);
  expect(sent).toEqual(['a']);
  expect(await states()).toEqual({ delivered: 1 });
});

it('tries dead deliveries again on request, from the beginning of the schedule, with their history', async () => {
  const { outbox, state, delivery, advance, states, store, clock } = setUp();
  state.status = 400;
  await outbox.accept([delivery('a'), delivery('b')]);
  await advance(0);
  expect(await states()).toEqual({ dead: 2 });
  state.status = 200;
  const now = clock.now();
  const revival = {
    which: { failed: { settledBefore: now } },
    now,
    expiresAt: now + 1e9,
    limit: 50,
  };
  const corrected = { ...revival, which: { ids: ['a'] }, request: '{"x":1}', host: 'b.test' };
  expect(await outbox.revive(corrected)).toBe(1);
  await advance(0);
  expect(await store.request('a')).toBe('{"x":1}');
  expect((await store.attempts('a')).map(({ status }) => status)).toEqual([400, 200]);
  expect(await outbox.revive(revival)).toBe(1);
  await advance(0);
  expect(await states()).toEqual({ delivered: 2 });
  expect(await outbox.revive(revival)).toBe(0);
});

it('finds deliveries by text, and deletes old ones a little at a time', async () => {
  const { outbox, delivery, advance, store, clock } = setUp();
  const many = Array.from({ length: 450 }, (_, index) =>
    delivery(`d${index}`, { caller: index === 7 ? '100% Ada_L' : 'Bob', host: `h${index}.test` }),
  );
  await outbox.accept(many);
  await advance(0);
  const query = { search: '', offset: 0, limit: 10 };
  expect((await store.list({ ...query, search: '100%' })).rows.map(({ id }) => id)).toEqual(['d7']);
  expect((await store.list({ ...query, search: 'Ada_' })).total).toBe(1);
  expect((await store.list({ ...query, state: 'delivered' })).total).toBe(450);
  const retention = new RowRetention(store, () => ({ days: 1, rows: 100 }), {
    clock,
    log,
  });
  retention.start();
  await advance(1_000, 100);
  expect((await store.list(query)).total).toBe(100);
  await advance(25 * 3_600_000, 600_000);
  expect((await store.list(query)).total).toBe(0);
  retention.stop();
});

it('does not send again what was taken while the database cannot be written', async () => {
  const { outbox, attempts, delivery, advance, states, store } = setUp();
  const { attempted } = store;
  let broken = true;
  Object.assign(store, {
    attempted: (...written: Parameters<typeof attempted>) =>
      broken ? Promise.reject(new Error('disk full')) : attempted(...written),
  });
  await outbox.accept([delivery('a')]);
  await advance(120_000, 1_000);
  expect(attempts).toHaveLength(1);
  expect(await states()).toEqual({ waiting: 1 });
  broken = false;
  await advance(120_000, 1_000);
  expect(attempts).toHaveLength(1);
  expect(await states()).toEqual({ delivered: 1 });
});

it('sends a test of a webhook that is off, and nothing else of it', async () => {
  const { outbox, attempts, state, delivery, advance } = setUp();
  state.on = false;
  await outbox.accept([delivery('real'), delivery('test', { isTest: true })]);
  await advance(0);
  expect(attempts.map(({ id }) => id)).toEqual(['test']);
});

it('tries what was given up again once for each time it is asked', async () => {
  const { outbox, attempts, state, delivery, advance, clock } = setUp();
  state.status = 400;
  await outbox.accept(Array.from({ length: 120 }, (_, index) => delivery(`d${index}`)));
  for (let turn = 0; turn < 60; turn += 1) await advance(0);
  expect(attempts).toHaveLength(120);
  const settledBefore = clock.now();
  clock.advance(1_000);
  for (;;) {
    const now = clock.now();
    const which = { failed: { settledBefore } };
    const count = await outbox.revive({ which, now, expiresAt: now + 1e9, limit: 50 });
    if (count === 0) break;
    for (let turn = 0; turn < 30; turn += 1) await advance(0);
  }
  expect(attempts).toHaveLength(240);
});

it('sleeps through no year when the clock was ahead and is put right', async () => {
  const { outbox, attempts, state, delivery, advance, clock } = setUp();
  const year = 365 * 86_400_000;
  state.status = 500;
  const ahead = { acceptedAt: clock.now() + year, expiresAt: clock.now() + year + 3_600_000 };
  await outbox.accept([delivery('a', ahead)]);
  await advance(0);
  expect(attempts).toHaveLength(1);
});
