import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/lib/paths.mjs';
import { loadUserDocument } from '../../electron/features/config/user-document.ts';
import { EntryLog } from '../../electron/features/log/entry-log.ts';
import { openDatabase } from '../../electron/platform/storage/database.ts';
import { readConfig } from '../../shared/config/read-config.ts';
import { configVersion } from '../../shared/model/config-document.ts';
import { english } from '../../shared/text/english.ts';
import { saidBy } from '../support/said-by.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { historyKeyOf } from '../../electron/platform/storage/history-key.ts';

/** Written by the version before 0.2 on the real Electron, when rules were hooks and problems were sentences. */
const fixture = (name: string): string => path.join(root, 'tests/fixtures/version-1', name);

function database() {
  const file = path.join(temporaryFolder(), 'ringcue.db');
  copyFileSync(fixture('ringcue.db'), file);
  return openDatabase(file).operations;
}

it('opens the settings with every definition, and their hooks as rules', () => {
  const file = {
    path: fixture('config.json'),
    read: () => readFileSync(fixture('config.json'), 'utf8'),
    write: () => undefined,
    backUp: () => '',
  };
  const named = (name: string) => ({ secret: name });
  const { document, warning } = loadUserDocument(file, { moveIn: named, keepInMemory: named });
  expect(warning).toBeUndefined();
  expect(document.version).toBe(configVersion);
  expect(document.rules?.map(({ name }) => name)).toEqual([
    'Call rings',
    'Billing rings',
    'Answered',
  ]);
  const { sources, popups, webhooks, templates, flows } = document;
  expect([sources, popups, webhooks, templates, flows].map((list) => list?.length)).toEqual([
    1, 1, 3, 1, 1,
  ]);
  expect(document.agent?.email).toBe('ada@example.com');
});

it.each(['managed.json', 'export.json'])('reads the file %s', (name) => {
  const read = readConfig(readFileSync(fixture(name), 'utf8'), {});
  expect(read.ok ? [] : read.problems.map(({ message }) => english(message))).toEqual([]);
  if (read.ok) expect(read.value.rules).toHaveLength(3);
});

it('shows every delivery and its attempts, in the words they were stored in', () => {
  const { outbox, file } = database();
  const { rows, total } = outbox.list({ search: '', offset: 0, limit: 50 });
  expect(total).toBe(7);
  expect(rows.map(({ state }) => state).sort()).toEqual([
    ...['dead', 'dead'],
    ...['delivered', 'delivered', 'delivered'],
    ...['waiting', 'waiting'],
  ]);
  const dead = rows.find(({ state }) => state === 'dead');
  expect(saidBy(dead?.problem)).toBe(
    'The receiver answered HTTP 400: trying again would not help.',
  );
  expect(rows.find(({ state }) => state === 'delivered')?.problem).toBeNull();
  expect(outbox.attempts(dead?.id ?? '')).toMatchObject([{ status: 400 }]);
  file.close();
});

it('shows every entry of the log', async () => {
  const { entryLog, file } = database();
  const log = new EntryLog({
    store: {
      put: () => Promise.resolve(),
      search: (search) => Promise.resolve(entryLog.search(search)),
      byId: (id) => Promise.resolve(entryLog.byId(id)),
      prune: () => Promise.resolve(0),
    },
    clock: new FakeClock(),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    mask: (text) => text,
    passing: () => [],
    onWritten: () => undefined,
  });
  const entries = await log.search({ text: '', limit: 1_000 });
  expect(entries).toHaveLength(22);
  expect(new Set(entries.map(({ kind }) => kind))).toEqual(
    new Set(['event', 'missed', 'popup', 'delivery', 'connection', 'config']),
  );
  const traced = entries.flatMap((entry) => (entry.kind === 'event' ? [entry.trace] : []));
  expect(traced.every(({ rules }) => rules.length === 3)).toBe(true);
  const changed = entries.find((entry) => entry.kind === 'config');
  expect(changed?.kind === 'config' && changed.facts.part).toBe('rules');
  file.close();
});

it('shows every call and popup', () => {
  const { calls, popups, file } = database();
  const agent = historyKeyOf({
    id: '83',
    customId: 'A-83',
    email: 'ada@example.com',
    extension: '1004',
  });
  expect(calls.search({ agent, words: [], limit: 50 })).toHaveLength(2);
  expect(popups.newest(agent, 50)).toMatchObject([
    { outcome: 'opened', problem: null },
    { outcome: 'opened', problem: null },
    { outcome: 'opened', problem: null },
  ]);
  file.close();
});
