import path from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../electron/platform/storage/database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

it('keeps claims, popups and notes over a restart', () => {
  const file = path.join(temporaryFolder(), 'test.db');
  const popup = {
    id: '1',
    agent: 'ada',
    at: 5,
    popupId: 'p',
    popupName: 'P',
    caller: "O'Hara; DROP TABLE popups",
    queue: 'Sales',
    outcome: 'opened' as const,
    problem: '',
    lateSeconds: 0,
    callKey: '["pbx","c1"]',
    request: '{}',
  };
  const first = openDatabase(file);
  first['claims.add']({ key: 'a', at: 10 });
  first['claims.add']({ key: 'a', at: 11 });
  first['history.add'](popup);
  first['history.add']({ ...popup, id: '2', at: 6 });
  first['notes.set']({ name: 'placement:p', value: '1' });
  first['notes.set']({ name: 'placement:p', value: '2' });
  first.close(null);
  const second = openDatabase(file);
  expect(second['claims.since'](0)).toEqual([{ key: 'a', at: 10 }]);
  expect(second['claims.since'](11)).toEqual([]);
  second['history.add']({ ...popup, id: '3', at: 9, agent: 'bob' });
  expect(second['history.newest']({ agent: 'ada', count: 1 })).toEqual([
    { ...popup, id: '2', at: 6 },
  ]);
  expect(second['notes.all']('placement:')).toEqual([{ name: 'placement:p', value: '2' }]);
  second.close(null);
});

it('keeps what is known of a call when only its last events are known after a restart', () => {
  const database = openDatabase(path.join(temporaryFolder(), 'ringcue.db'));
  const call = {
    agent: 'ada',
    callKey: 'c1',
    startedAt: 100,
    answeredAt: 110,
    endedAt: 0,
    outcome: 'running' as const,
    text: 'grace hopper',
    data: '{"fields":{"contactName":"Grace Hopper","queueName":"Sales"},"custom":{},"ext":{}}',
  };
  const find = (words: string[][]) =>
    database['calls.search']({ agent: 'ada', words, limit: 10 }).map(({ callKey }) => callKey);
  const row = () => database['calls.byKey']({ agent: 'ada', callKey: 'c1' });
  database['calls.put']([call]);
  database['calls.leave'](null);
  expect(row()?.outcome).toBe('unknown');
  const data = '{"fields":{"queueName":"Sales 2"},"custom":{},"ext":{}}';
  const end = { ...call, startedAt: 200, answeredAt: 0, endedAt: 200, text: 'sales 2', data };
  database['calls.put']([{ ...end, outcome: 'unanswered' }]);
  // A disposition long after the end begins a call of its own in memory, but none here.
  const late = { ...end, startedAt: 900, endedAt: 0, text: 'sold', data: '{"fields":{}}' };
  database['calls.put']([{ ...late, outcome: 'running' }]);
  database['calls.put']([{ ...late, outcome: 'running' }]);
  expect(row()).toMatchObject({
    startedAt: 100,
    answeredAt: 110,
    endedAt: 200,
    outcome: 'answered',
    data: '{"fields":{"contactName":"Grace Hopper","queueName":"Sales 2"},"custom":{},"ext":{}}',
  });
  expect(find([['hopper'], ['sold']])).toEqual(['c1']);
  expect(find([['nobody', 'grace']])).toEqual(['c1']);
  expect(find([['nobody']])).toEqual([]);
  expect(database['calls.search']({ agent: 'bob', words: [], limit: 10 })).toEqual([]);
  database['calls.put']([{ ...call, callKey: 'c2', startedAt: 5_000 }]);
  expect(database['calls.prune']({ before: 1_000, keep: 100, limit: 10 })).toBe(1);
  expect(find([])).toEqual(['c2']);
  database.close(null);
});
