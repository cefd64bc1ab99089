import { DatabaseSync } from '@photostructure/sqlite';
import { z } from 'zod';
import { popupRecordSchema } from '../../../shared/model/popup-record.ts';
import { callOperations } from './call-operations.ts';
import { isIndexDamaged, remakeSearchIndex } from './database-check.ts';
import { inTransaction } from '../../../shared/storage/in-transaction.ts';
import { logOperations } from './log-operations.ts';
import { overviewOperations } from './overview-operations.ts';
import { outboxOperations } from './outbox-operations.ts';
import { schemaSteps } from './schema.ts';
import type { Operations } from './storage.ts';
import { foldText } from '../../../shared/text/fold-text.ts';
import { problemToText } from '../../../shared/text/message.ts';
import { readableRows } from './readable-rows.ts';

/** Popups kept for "open again"; the oldest go when a new one comes. */
const keptPopups = 1_000;
/** Claims are looked at for a day; two leave room for clocks that were set. */
const claimsKeptMs = 48 * 3_600_000;

type Database = InstanceType<typeof DatabaseSync>;

const versionSchema = z.object({ user_version: z.number() });
const claimSchema = z.object({ key: z.string(), at: z.number() });
const seenSchema = z.object({ key: z.string() });
const noteSchema = z.object({ name: z.string(), value: z.string() });
const usedSchema = z.object({ popupId: z.string(), at: z.number() });

export interface OpenedDatabase {
  readonly operations: Operations;
  readonly database: Database;
}

/**
 * Opens the database and gives the operations on it. Runs in the worker thread (and in tests).
 *
 * @throws where it cannot be used; the file is closed then
 */
export function openDatabase(file: string): OpenedDatabase {
  const database = new DatabaseSync(file);
  try {
    return { operations: operationsOn(database), database };
  } catch (error) {
    database.close();
    throw error;
  }
}

function operationsOn(database: Database): Operations {
  // FULL: accepted data is on disk, even after a power cut.
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;',
  );
  database.function('fold', { deterministic: true }, foldText);
  const needsIndex = isIndexDamaged(database);
  upgrade(database);
  if (needsIndex) remakeSearchIndex(database);
  return {
    claims: claimOperations(database),
    seen: seenOperations(database),
    popups: popupOperations(database),
    values: valueOperations(database),
    outbox: outboxOperations(database),
    entryLog: logOperations(database),
    calls: callOperations(database),
    overview: overviewOperations(database),
    file: { close: () => database.close() },
  };
}

function upgrade(database: Database): void {
  const current = versionSchema.parse(database.prepare('PRAGMA user_version').get()).user_version;
  if (current > schemaSteps.length) {
    throw new Error('The database was made by a newer Ringcue.');
  }
  if (current === schemaSteps.length) return;
  // One commit for all steps: each commit waits for the disk, and a new database takes every step.
  inTransaction(database, () => {
    for (const step of schemaSteps.slice(current)) database.exec(step);
    database.exec(`PRAGMA user_version = ${schemaSteps.length};`);
  });
}

function claimOperations(database: Database): Operations['claims'] {
  const since = database.prepare('SELECT key, at FROM claims WHERE at >= ? ORDER BY at');
  const add = database.prepare('INSERT OR IGNORE INTO claims (key, at) VALUES (?, ?)');
  const prune = database.prepare('DELETE FROM claims WHERE at < ?');
  return {
    since: (time) => readableRows(claimSchema, since.all(time)),
    add(key, at) {
      add.run(key, at);
      prune.run(at - claimsKeptMs);
    },
  };
}

function seenOperations(database: Database): Operations['seen'] {
  const newest = database.prepare(
    'SELECT key FROM (SELECT number, key FROM seen ORDER BY number DESC LIMIT ?) ORDER BY number',
  );
  const add = database.prepare('INSERT OR IGNORE INTO seen (key) VALUES (?)');
  const prune = database.prepare(
    'DELETE FROM seen WHERE number <= (SELECT max(number) FROM seen) - ?',
  );
  return {
    newest: (count) => readableRows(seenSchema, newest.all(count)).map(({ key }) => key),
    add(keys, keep) {
      inTransaction(database, () => {
        for (const key of keys) add.run(key);
        prune.run(keep);
      });
    },
  };
}

function popupOperations(database: Database): Operations['popups'] {
  const add = database.prepare(
    `INSERT OR REPLACE INTO popups
       (id, agent, at, popup_id, popup_name, caller, queue, outcome, problem,
        late_seconds, call_key, request)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const newest = database.prepare(
    `SELECT id, agent, at, popup_id AS popupId, popup_name AS popupName, caller, queue, outcome, problem,
            late_seconds AS lateSeconds, call_key AS callKey, request
     FROM popups WHERE agent = ? ORDER BY at DESC, id DESC LIMIT ?`,
  );
  const lastUsed = database.prepare(
    'SELECT popup_id AS popupId, max(at) AS at FROM popups GROUP BY popup_id',
  );
  const prune = database.prepare(
    'DELETE FROM popups WHERE id IN (SELECT id FROM popups ORDER BY at DESC LIMIT -1 OFFSET ?)',
  );
  return {
    add(record) {
      add.run(
        record.id,
        record.agent,
        record.at,
        record.popupId,
        record.popupName,
        record.caller,
        record.queue,
        record.outcome,
        problemToText(record.problem),
        record.lateSeconds,
        record.callKey,
        record.request,
      );
      prune.run(keptPopups);
    },
    lastUsed: () => readableRows(usedSchema, lastUsed.all()),
    newest: (agent, count) => readableRows(popupRecordSchema, newest.all(agent, count)),
  };
}

function valueOperations(database: Database): Operations['values'] {
  const all = database.prepare('SELECT name, value FROM notes WHERE substr(name, 1, ?) = ?');
  const set = database.prepare('INSERT OR REPLACE INTO notes (name, value) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM notes WHERE name = ?');
  return {
    all: (prefix) => readableRows(noteSchema, all.all(prefix.length, prefix)),
    set(name, value) {
      if (value === '') remove.run(name);
      else set.run(name, value);
    },
  };
}
