import path from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../electron/storage/database.ts';
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
