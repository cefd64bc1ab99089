import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../electron/platform/storage/database.ts';
import { healthStatements } from '../../../electron/platform/storage/outbox-health.ts';
import type { Operations } from '../../../electron/platform/storage/storage.ts';
import { mostBars, healthSearchSchema } from '../../../shared/model/delivery-health.ts';
import type { Attempt, Delivery } from '../../../shared/model/delivery.ts';
import { message, type Message } from '../../../shared/text/message.ts';

interface Sent {
  readonly at: number;
  readonly webhook?: string;
  readonly host?: string;
  readonly state?: 'delivered' | 'waiting' | 'dead' | 'expired';
  readonly problem?: Message | null;
  /** Of its attempts: status and milliseconds; 0: no answer. */
  readonly answers?: readonly (readonly [status: number, ms: number])[];
}

const rejected = (status: number) => message('problem.delivery.rejected', { status });

function open() {
  const { operations, database } = openDatabase(':memory:');
  onTestFinished(() => operations.file.close());
  let count = 0;
  const put = (sent: Sent): string => {
    count += 1;
    const id = `msg_${count}`;
    write(operations.outbox, id, sent);
    return id;
  };
  return { outbox: operations.outbox, database, put };
}

function write(outbox: Operations['outbox'], id: string, sent: Sent): void {
  const { at, webhook = 'w', host = 'a.test', state = 'delivered', problem = null } = sent;
  const answers = sent.answers ?? [[200, 10]];
  const accepted = {
    ...{ id, webhook, webhookName: webhook, host, callKey: id, caller: '', isTest: false },
    ...{ stage: 'hangup' as const, acceptedAt: at, expiresAt: at + 1e9 },
  };
  outbox.add([{ ...accepted, request: '{}' }]);
  const known = { ...accepted, number: 1, roundStart: 0, problem, lastMs: 0 };
  for (const [index, [status, ms]] of answers.entries()) {
    const attempts = index + 1;
    const attempt: Attempt = { number: attempts, at, ms, status, problem, response: '' };
    const after = { ...known, attempts };
    const delivery: Delivery =
      state === 'waiting'
        ? { ...after, state, nextAt: at + 1e6 }
        : { ...after, state, settledAt: at + 1 };
    outbox.attempted([{ delivery, attempt }]);
  }
}

it('counts what became of the deliveries of each bar, of all webhooks or of one', () => {
  const { outbox, put } = open();
  put({ at: 99 });
  put({ at: 100 });
  put({ at: 199, state: 'waiting', problem: rejected(500), answers: [[500, 5]] });
  put({ at: 200, state: 'dead', problem: rejected(422), answers: [[422, 5]] });
  put({ at: 299, state: 'expired', problem: rejected(503), answers: [[503, 5]], webhook: 'x' });
  put({ at: 300 });
  const edges = [100, 200, 300];
  expect(outbox.health({ edges }).bars).toEqual([
    { delivered: 1, retrying: 1, failed: 0 },
    { delivered: 0, retrying: 0, failed: 2 },
  ]);
  expect(outbox.health({ edges, webhook: 'x' }).bars).toEqual([
    { delivered: 0, retrying: 0, failed: 0 },
    { delivered: 0, retrying: 0, failed: 1 },
  ]);
});

it('takes percentiles from answers that came, by nearest rank', () => {
  const { outbox, put } = open();
  const edges = [0, 1_000];
  expect(outbox.health({ edges }).answers).toEqual({ count: 0, p50: null, p95: null });
  for (let ms = 1; ms <= 100; ms += 1) put({ at: ms, answers: [[200, ms]] });
  // No answer, and one of another time.
  put({
    at: 5,
    state: 'dead',
    problem: message('problem.delivery.expired'),
    answers: [[0, 30_000]],
  });
  put({ at: 1_000, answers: [[200, 9_999]] });
  expect(outbox.health({ edges }).answers).toEqual({ count: 100, p50: 50, p95: 95 });
  put({
    at: 6,
    answers: [
      [503, 7],
      [200, 8],
    ],
  });
  expect(outbox.health({ edges }).answers.count).toBe(102);
  expect(outbox.health({ edges: [1, 2] }).answers).toEqual({ count: 1, p50: 1, p95: 1 });
});

it('groups failures by what is wrong, host and status, and tries one group again', () => {
  const { outbox, put } = open();
  const dead = { state: 'dead' as const };
  put({
    at: 1,
    ...dead,
    problem: rejected(422),
    answers: [
      [500, 1],
      [422, 1],
    ],
  });
  const last = put({ at: 3, ...dead, problem: rejected(422), answers: [[422, 1]] });
  put({ at: 2, ...dead, problem: rejected(422), answers: [[422, 1]], host: 'b.test' });
  put({ at: 2, ...dead, problem: rejected(404), answers: [[404, 1]] });
  const old = message('problem.delivery.expired');
  const expired = put({ at: 2, state: 'expired', problem: old, answers: [[0, 1]], webhook: 'x' });
  const { causes } = outbox.health({ edges: [0, 10] });
  expect(causes.map(({ problem, host, status, count }) => [problem, host, status, count])).toEqual([
    ['problem.delivery.rejected', 'a.test', 422, 2],
    expect.arrayContaining([1]),
    expect.arrayContaining([1]),
    expect.arrayContaining([1]),
  ]);
  expect(causes[0]).toMatchObject({ example: rejected(422), latest: 4 });
  const cause = { problem: 'problem.delivery.rejected', host: 'a.test', status: 422 };
  const retry = { now: 50, expiresAt: 1e9, limit: 50 };
  const failed = { settledBefore: 50, cause, from: 2, to: 9 };
  expect(outbox.revive({ which: { failed }, ...retry }).map(({ id }) => id)).toEqual([last]);
  const gone = { problem: 'problem.delivery.expired', host: 'a.test', status: 0 };
  const ofOther = { settledBefore: 50, cause: gone, webhook: 'w' };
  expect(outbox.revive({ which: { failed: ofOther }, ...retry })).toEqual([]);
  const ofIts = { ...ofOther, webhook: 'x' };
  expect(outbox.revive({ which: { failed: ofIts }, ...retry }).map(({ id }) => id)).toEqual([
    expired,
  ]);
  // Without a cause: what failed, and not what expired.
  put({ at: 2, state: 'expired', problem: old, answers: [[0, 1]] });
  expect(outbox.revive({ which: { failed: { settledBefore: 50 } }, ...retry })).toHaveLength(3);
});

it('reads sentences of earlier versions as causes of their own', () => {
  const { outbox, put, database } = open();
  const id = put({ at: 1, state: 'dead', problem: rejected(422), answers: [[422, 1]] });
  database.prepare('UPDATE deliveries SET problem = ? WHERE id = ?').run('The server said no.', id);
  const [cause] = outbox.health({ edges: [0, 10] }).causes;
  expect(cause).toMatchObject({
    problem: 'The server said no.',
    example: { id: 'verbatim', values: { text: 'The server said no.' } },
  });
});

it('reads the figures of a time from an index', () => {
  const { database } = open();
  const plan = (sql: string): string =>
    JSON.stringify(database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(0, 1));
  const { counts, answers, causes } = healthStatements('');
  const index = 'INDEX deliveries_accepted (accepted_at>? AND accepted_at<?)';
  expect(plan(counts)).toContain(`USING COVERING ${index}`);
  expect(plan(answers)).toContain(`USING COVERING ${index}`);
  expect(plan(answers)).toContain('attempts USING PRIMARY KEY (delivery=?)');
  expect(plan(causes)).toContain(`USING ${index}`);
});

it('takes ascending borders only, and no more bars than a chart has room for', () => {
  const isTaken = (edges: number[]) => healthSearchSchema.safeParse({ edges }).success;
  expect(isTaken([1, 2])).toBe(true);
  expect(isTaken([1])).toBe(false);
  expect(isTaken([2, 2])).toBe(false);
  expect(isTaken([3, 2])).toBe(false);
  expect(isTaken(Array.from({ length: mostBars + 1 }, (_, at) => at))).toBe(true);
  expect(isTaken(Array.from({ length: mostBars + 2 }, (_, at) => at))).toBe(false);
});
