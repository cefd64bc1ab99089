import path from 'node:path';
import { expect, it } from 'vitest';
import { EntryLog } from '../../electron/features/log/entry-log.ts';
import { openDatabase } from '../../electron/platform/storage/database.ts';
import type { LogEntry, LogSearch } from '../../shared/model/log-entry.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const trace = (stage: 'queued' | 'ringing' | 'hangup') => ({
  ...{ eventId: 'e', source: 'pbx', stage, caller: '', queue: '', agent: '' },
  ...{ occurredAt: 0, receivedAt: 0, lateSeconds: 0, matchedMs: 0 },
  ...{ repeated: false, isTest: false, rules: [] },
});

const event = (id: string, callKey: string, stage: 'queued' | 'ringing' | 'hangup'): LogEntry => ({
  ...{ kind: 'event', id, at: 1, callKey, text: `${callKey} ${stage}`, trace: trace(stage) },
});

const popup = (callKey: string, outcome: 'opened' | 'failed'): LogEntry => ({
  ...{ kind: 'popup', id: `popup ${callKey}`, at: 1, callKey, text: callKey },
  facts: { name: 'CRM', caller: '', queue: '', outcome, problem: null },
});

/** A real database, and entries in memory beside it. */
async function logOf(entries: readonly LogEntry[], passing: readonly LogEntry[] = []) {
  const { entryLog, file } = openDatabase(path.join(temporaryFolder(), 'log.db')).operations;
  const log = new EntryLog({
    store: {
      put(rows) {
        entryLog.put(rows);
        return Promise.resolve();
      },
      search: (search) => Promise.resolve(entryLog.search(search)),
      byId: (id) => Promise.resolve(entryLog.byId(id)),
      prune: () => Promise.resolve(0),
    },
    clock: new FakeClock(),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    mask: (text) => text,
    passing: ({ withoutPopup }) => (withoutPopup === true ? [] : passing),
    onWritten: () => undefined,
  });
  for (const entry of entries) log.put(entry);
  await log.flush();
  const find = async (search: Partial<LogSearch>): Promise<string[]> =>
    (await log.search({ text: '', limit: 100, ...search })).map(({ id }) => id);
  return { log, find, close: () => file.close() };
}

it('finds calls without a popup, each once by its ring, in both orders and with words', async () => {
  const { find, close } = await logOf([
    ...[event('a1', '["a"]', 'queued'), event('a2', '["a"]', 'ringing')],
    event('a3', '["a"]', 'hangup'),
    ...[event('b1', '["b"]', 'ringing'), popup('["b"]', 'opened')],
    ...[event('c1', '["c"]', 'queued'), popup('["c"]', 'failed')],
    ...[event('t1', 'test-7', 'ringing'), event('n1', '', 'ringing')],
  ]);
  expect(await find({ withoutPopup: true })).toEqual(['c1', 'a2']);
  expect(await find({ withoutPopup: true, order: 'oldest' })).toEqual(['a2', 'c1']);
  expect(await find({ withoutPopup: true, text: 'ringing' })).toEqual(['a2']);
  close();
});

it('turns the pages oldest first, and ends with what is in memory alone, once', async () => {
  const stored = Array.from({ length: 5 }, (_, at) => event(`e${at}`, '["a"]', 'ringing'));
  const { log, close } = await logOf(stored, [
    event('m2', '["m"]', 'ringing'),
    event('m1', '["m"]', 'ringing'),
  ]);
  const seen: string[] = [];
  let before: number | undefined;
  for (let page = 0; page < 10; page += 1) {
    const found = await log.search({
      ...{ text: '', limit: 2, order: 'oldest' },
      ...(before !== undefined && { before }),
    });
    seen.push(...found.map(({ id }) => id));
    before = found.at(-1)?.number;
    if (found.length === 0) break;
  }
  expect(seen).toEqual(['e0', 'e1', 'e2', 'e3', 'e4', 'm1', 'm2']);
  close();
});
