import { DatabaseSync } from '@photostructure/sqlite';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { root } from '../../build/lib/paths.mjs';
import { openDatabase } from '../../electron/platform/storage/database.ts';
import { openStorage } from '../../electron/platform/storage/open-storage.ts';
import type { StoredCallSearch } from '../../electron/platform/storage/storage.ts';
import { schemaSteps } from '../../electron/platform/storage/schema.ts';
import type { CallOutcome } from '../../shared/model/call-record.ts';
import { foldText } from '../../shared/text/fold-text.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { verbatim } from '../../shared/text/message.ts';

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
    problem: null,
    lateSeconds: 0,
    callKey: '["pbx","c1"]',
    request: '{}',
  };
  const first = openDatabase(file).operations;
  first.claims.add('a', 10);
  first.claims.add('a', 11);
  first.popups.add(popup);
  first.popups.add({ ...popup, id: '2', at: 6 });
  first.values.set('placement:p', '1');
  first.values.set('placement:p', '2');
  first.file.close();
  const second = openDatabase(file).operations;
  expect(second.claims.since(0)).toEqual([{ key: 'a', at: 10 }]);
  expect(second.claims.since(11)).toEqual([]);
  second.popups.add({ ...popup, id: '3', at: 9, agent: 'bob' });
  expect(second.popups.newest('ada', 1)).toEqual([{ ...popup, id: '2', at: 6 }]);
  expect(second.values.all('placement:')).toEqual([{ name: 'placement:p', value: '2' }]);
  second.file.close();
});

it('keeps what is known of a call when only its last events are known after a restart', () => {
  const database = openDatabase(path.join(temporaryFolder(), 'ringcue.db')).operations;
  const call = {
    agent: 'ada',
    callKey: 'c1',
    startedAt: 100,
    rangAt: 105,
    answeredAt: 110,
    endedAt: 0,
    outcome: 'running' as const,
    text: 'grace hopper',
    data: '{"fields":{"contactName":"Grace Hopper","queueName":"Sales"},"custom":{},"ext":{}}',
  };
  const find = (words: string[][]) =>
    database.calls.search({ agent: 'ada', words, limit: 10 }).map(({ callKey }) => callKey);
  const row = () => database.calls.byKey('ada', 'c1');
  database.calls.put([call]);
  database.calls.leave();
  expect(row()?.outcome).toBe('unknown');
  const data = '{"fields":{"queueName":"Sales 2"},"custom":{},"ext":{}}';
  const end = {
    ...call,
    startedAt: 200,
    rangAt: 0,
    answeredAt: 0,
    endedAt: 200,
    text: 'sales 2',
    data,
  };
  database.calls.put([{ ...end, outcome: 'unanswered' }]);
  // A disposition long after the end begins a call of its own in memory, but none here.
  const late = { ...end, startedAt: 900, endedAt: 0, text: 'sold', data: '{"fields":{}}' };
  database.calls.put([{ ...late, outcome: 'running' }]);
  database.calls.put([{ ...late, outcome: 'running' }]);
  expect(row()).toMatchObject({
    startedAt: 100,
    rangAt: 105,
    answeredAt: 110,
    endedAt: 200,
    outcome: 'answered',
    data: '{"fields":{"contactName":"Grace Hopper","queueName":"Sales 2"},"custom":{},"ext":{}}',
  });
  expect(find([['hopper'], ['sold']])).toEqual(['c1']);
  expect(find([['nobody', 'grace']])).toEqual(['c1']);
  expect(find([['nobody']])).toEqual([]);
  expect(database.calls.search({ agent: 'bob', words: [], limit: 10 })).toEqual([]);
  database.calls.put([{ ...call, callKey: 'c2', startedAt: 5_000 }]);
  expect(database.calls.prune({ before: 1_000, keep: 100, limit: 10 })).toBe(1);
  expect(find([])).toEqual(['c2']);
  database.file.close();
});

const delivery = {
  webhook: 'w',
  webhookName: 'W',
  host: 'h',
  callKey: 'c',
  acceptedAt: 1,
  expiresAt: 900,
  isTest: false,
  request: '{}',
};
const wordsIn = [
  ['İade', 'iade'],
  ['Satış', 'SATIŞ'],
  ['Cafe\u0301', 'CAFÉ'],
  ['Straße', 'STRASSE'],
] as const;

it('finds calls by days, direction and outcome, and by the notes that are kept', () => {
  const { calls, file } = openDatabase(path.join(temporaryFolder(), 'ringcue.db')).operations;
  const add = (callKey: string, startedAt: number, outcome: CallOutcome, direction: string) =>
    calls.put([
      {
        ...{ agent: 'ada', callKey, startedAt, outcome, text: callKey },
        ...{ rangAt: startedAt, answeredAt: 0, endedAt: startedAt + 5 },
        data: JSON.stringify({ fields: { direction }, custom: {}, ext: {} }),
      },
    ]);
  add('old', 100, 'answered', 'inbound');
  add('lost', 200, 'missed', 'inbound');
  add('out', 300, 'unanswered', 'outbound');
  const find = (search: Partial<StoredCallSearch>) =>
    calls.search({ agent: 'ada', words: [], limit: 9, ...search }).map(({ callKey }) => callKey);
  expect(find({ from: 200 })).toEqual(['out', 'lost']);
  expect(find({ from: 150, to: 200 })).toEqual(['lost']);
  expect(find({ direction: 'outbound' })).toEqual(['out']);
  expect(find({ outcomes: ['missed', 'unanswered'] })).toEqual(['out', 'lost']);
  expect(find({ outcomes: ['missed', 'unanswered'], direction: 'inbound' })).toEqual(['lost']);
  calls.noted('ada', 'old', 400, { note: 'Wants GOLD', disposition: 'Sold' });
  calls.noted('ada', 'old', 500, { note: 'on Monday', disposition: '' });
  calls.noted('ada', 'lost', 500, { note: '', disposition: '' });
  expect(calls.byKey('ada', 'old')).toMatchObject({
    ...{ notedAt: 500, note: 'Wants GOLD\non Monday', disposition: 'Sold' },
  });
  expect(find({ words: [['gold'], ['sold']] })).toEqual(['old']);
  calls.forgetNotes();
  expect(calls.byKey('ada', 'old')).toMatchObject({ notedAt: 500, note: '', disposition: '' });
  expect(find({ words: [['gold']] })).toEqual([]);
  file.close();
});

it('finds a text in calls, log and deliveries however it is written, also in rows that were there before', () => {
  const file = path.join(temporaryFolder(), 'ringcue.db');
  const old = new DatabaseSync(file);
  for (const step of schemaSteps.slice(0, 5)) old.exec(step);
  old.exec('PRAGMA user_version = 5');
  const row = old.prepare(
    "INSERT INTO journal (id, at, kind, call_key, text, data) VALUES (?, 1, 'popup', '', ?, '{}')",
  );
  // As the version before folded it.
  const call = old.prepare(
    `INSERT INTO calls (agent, call_key, started_at, answered_at, ended_at, outcome, text, data)
     VALUES ('ada', ?, 1, 0, 0, 'missed', ?, '{}')`,
  );
  for (const [text] of wordsIn) {
    row.run(text, `x ${text} y`);
    const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    call.run(text, folded.replaceAll('ı', 'i'));
  }
  old.close();
  const { entryLog, calls, outbox, file: opened } = openDatabase(file).operations;
  const found = (text: string) => entryLog.search({ text, limit: 10 }).map(({ id }) => id);
  for (const [text, typed] of wordsIn) {
    expect(found(typed)).toEqual([text]);
    expect(calls.search({ agent: 'ada', words: [[foldText(typed)]], limit: 10 })).toMatchObject([
      { callKey: text },
    ]);
    outbox.add([{ ...delivery, id: text, stage: 'hangup', caller: `x ${text} y` }]);
    expect(outbox.list({ search: typed, offset: 0, limit: 10 }).rows).toMatchObject([{ id: text }]);
  }
  // What is written now, changed or deleted leaves no word behind.
  const entry = {
    id: 'new',
    at: 5_000,
    kind: 'popup',
    callKey: '',
    text: 'ŞİŞLİ',
    data: '{}',
  } as const;
  entryLog.put([entry]);
  expect(found('şişli')).toEqual(['new']);
  entryLog.put([{ ...entry, text: 'Kadıköy' }]);
  expect([found('şişli'), found('KADIKÖY')]).toEqual([[], ['new']]);
  expect(entryLog.prune({ before: 9_000, keep: 0, limit: 100 })).toBe(5);
  expect(found('KADIKÖY')).toEqual([]);
  opened.close();
});

it('tells what filters can be for of the newest calls of an agent, and of no other', () => {
  const file = path.join(temporaryFolder(), 'ringcue.db');
  const first = openDatabase(file).operations;
  const add = (agent: string, callKey: string, fields: Record<string, string>) =>
    first.calls.put([
      {
        ...{ agent, callKey, startedAt: 1, rangAt: 1, answeredAt: 0, endedAt: 2 },
        ...{ outcome: 'missed', text: '' },
        data: JSON.stringify({ fields: { callerNumber: '1', ...fields }, custom: {}, ext: {} }),
      },
    ]);
  add('ada', 'a', { calledNumber: '+31880000000' });
  add('ada', 'b', { calledNumber: '+902125550100', direction: 'inbound', queueName: 'Sales' });
  add('ada', 'c', { queueId: '5', campaignName: 'V.day', campaignId: '12' });
  add('bob', 'd', { calledNumber: '+902125550101' });
  first.file.close();
  const { calls, file: opened } = openDatabase(file).operations;
  expect(calls.filterFields('ada', 2)).toEqual([
    { queueId: '5', campaignName: 'V.day', campaignId: '12' },
    { calledNumber: '+902125550100', direction: 'inbound', queueName: 'Sales' },
  ]);
  expect(calls.filterFields('bob', 2)).toEqual([{ calledNumber: '+902125550101' }]);
  opened.close();
});

/** The worker as it is in the source: the bundled one needs a build first. */
function openInWorker(file: string) {
  const source = pathToFileURL(
    path.join(root, 'electron/platform/storage/database-worker.ts'),
  ).href;
  const tsx = pathToFileURL(path.join(root, 'node_modules/tsx/dist/esm/api/index.mjs')).href;
  const worker = path.join(temporaryFolder(), 'worker.mjs');
  writeFileSync(
    worker,
    `import { tsImport } from '${tsx}';\nawait tsImport('${source}', import.meta.url);\n`,
  );
  return openStorage(worker, file);
}

it('brings answers and faults back from the worker', async () => {
  const storage = openInWorker(path.join(temporaryFolder(), 'ringcue.db'));
  await storage.values.set('a', '1');
  expect(await storage.values.all('')).toEqual([{ name: 'a', value: '1' }]);
  expect(await storage.outbox.request('nothing')).toBeNull();
  // What cannot be bound is a fault of the worker: its stack says where it was thrown.
  const wrong = {
    id: 'x',
    kind: 'event',
    at: Number.NaN,
    callKey: '',
    text: '',
    data: '',
  } as const;
  const fault: unknown = await storage.entryLog.put([wrong]).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(Error);
  expect(fault).toMatchObject({
    message: expect.stringContaining('NOT NULL') as string,
    stack: expect.stringContaining('log-operations') as string,
  });
  await storage.close();
  await expect(storage.values.all('')).rejects.toThrow('The database is closed.');
});

it('says to every caller why the database could not be opened', async () => {
  const file = path.join(temporaryFolder(), 'ringcue.db');
  openDatabase(file).operations.file.close();
  const newer = new DatabaseSync(file);
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  const storage = openInWorker(file);
  const why = 'The database was made by a newer Ringcue.';
  await expect(storage.claims.since(0)).rejects.toThrow(why);
  await expect(storage.seen.newest(1)).rejects.toThrow(why);
});

it('reads deliveries of every state as an earlier version wrote them', () => {
  const file = path.join(temporaryFolder(), 'ringcue.db');
  openDatabase(file).operations.file.close();
  const earlier = new DatabaseSync(file);
  const add = earlier.prepare(
    `INSERT INTO deliveries (id, webhook, webhook_name, host, call_key, about, accepted_at, expires_at, next_at,
       state, attempts, round_start, problem, settled_at, is_test, request)
     VALUES (?, 'w', 'W', 'a.test', 'c', 'Ada', 1, 900, 5, ?, 1, 0, ?, ?, 1, '{}')`,
  );
  add.run('d1', 'waiting', 'Busy.', 0);
  add.run('d2', 'delivered', '', 7);
  add.run('d3', 'dead', 'No.', 8);
  add.run('d4', 'expired', 'Late.', 9);
  earlier.exec("INSERT INTO attempts VALUES ('d1', 1, 2, 30, 503, 'Busy.', '')");
  earlier.close();
  const { outbox, file: opened } = openDatabase(file).operations;
  const known = { webhookName: 'W', acceptedAt: 1, expiresAt: 900, attempts: 1, isTest: true };
  const waiting = { ...known, id: 'd1', state: 'waiting', nextAt: 5, lastMs: 30 };
  const list = { search: '', offset: 0, limit: 10 };
  expect(outbox.list(list).rows).toMatchObject([
    { ...known, id: 'd4', state: 'expired', settledAt: 9, problem: verbatim('Late.') },
    { ...known, id: 'd3', state: 'dead', settledAt: 8, problem: verbatim('No.') },
    { ...known, id: 'd2', state: 'delivered', settledAt: 7, problem: null, lastMs: 0 },
    waiting,
  ]);
  expect(outbox.waiting()).toMatchObject([waiting]);
  expect(outbox.attempts('d1')).toMatchObject([{ number: 1, status: 503 }]);
  opened.close();
});
