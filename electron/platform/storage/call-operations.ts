import type { DatabaseSync } from '@photostructure/sqlite';
import { z } from 'zod';
import { callRowSchema } from '../../../shared/model/call-record.ts';
import { inTransaction } from './in-transaction.ts';
import type { Operations } from './storage.ts';
import { preparedOnce, pruneOf } from './table-statements.ts';

type Database = InstanceType<typeof DatabaseSync>;

const rowsSchema = z.array(callRowSchema);
const recentSchema = z.array(callRowSchema.pick({ callKey: true, endedAt: true }));

const columns = `number, call_key AS callKey, started_at AS startedAt, answered_at AS answeredAt,
  ended_at AS endedAt, outcome, noted_at AS notedAt, data,
  coalesce((SELECT popup_id FROM popups
            WHERE popups.agent = calls.agent AND popups.call_key = calls.call_key AND popups.call_key <> ''
              AND popups.outcome = 'opened'
            ORDER BY at DESC LIMIT 1), '') AS popupId`;

/**
 * After a restart, or long after its end, only the last events of a call are known: a row that then begins later than
 * the one before adds to it.
 */
const upsert = `INSERT INTO calls (agent, call_key, started_at, answered_at, ended_at, outcome, text, data)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (agent, call_key) DO UPDATE SET
       answered_at = CASE
         WHEN excluded.answered_at > 0 OR excluded.outcome = 'elsewhere' THEN excluded.answered_at
         ELSE answered_at END,
       ended_at = CASE
         WHEN excluded.ended_at = 0 AND excluded.started_at > started_at THEN ended_at
         ELSE excluded.ended_at END,
       outcome = CASE
         WHEN excluded.started_at <= started_at THEN excluded.outcome
         WHEN excluded.outcome = 'running' AND ended_at > 0 THEN outcome
         WHEN excluded.outcome IN ('missed', 'unanswered') AND answered_at > 0 THEN 'answered'
         ELSE excluded.outcome END,
       text = CASE
         WHEN excluded.started_at <= started_at THEN excluded.text
         WHEN instr(text, excluded.text) > 0 THEN text
         ELSE text || char(10) || excluded.text END,
       data = CASE
         WHEN excluded.started_at <= started_at THEN excluded.data
         ELSE json_patch(data, excluded.data) END`;

/** The history of each agent's calls. */
export function callOperations(database: Database): Operations['calls'] {
  const put = database.prepare(upsert);
  const byKey = database.prepare(`SELECT ${columns} FROM calls WHERE agent = ? AND call_key = ?`);
  const noted = database.prepare('UPDATE calls SET noted_at = ? WHERE agent = ? AND call_key = ?');
  const recent = database.prepare(
    'SELECT call_key AS callKey, ended_at AS endedAt FROM calls WHERE started_at > ? ORDER BY number',
  );
  const left = database.prepare("UPDATE calls SET outcome = 'unknown' WHERE outcome = 'running'");
  const prepared = preparedOnce(database);
  return {
    put(rows) {
      inTransaction(database, () => {
        for (const row of rows) {
          const { agent, callKey, startedAt, answeredAt, endedAt, outcome, text, data } = row;
          put.run(agent, callKey, startedAt, answeredAt, endedAt, outcome, text, data);
        }
      });
    },
    search({ agent, words, outcome, before, limit }) {
      const tests = [
        'agent = ?',
        ...words.map((ways) => `(${ways.map(() => 'instr(text, ?) > 0').join(' OR ')})`),
        ...(outcome === undefined ? [] : ['outcome = ?']),
        ...(before === undefined ? [] : ['number < ?']),
      ];
      const sql = `SELECT ${columns} FROM calls WHERE ${tests.join(' AND ')} ORDER BY number DESC LIMIT ?`;
      const values = [agent, ...words.flat(), outcome, before, limit].filter(
        (value) => value !== undefined,
      );
      return rowsSchema.parse(prepared(sql).all(...values));
    },
    byKey: (agent, callKey) =>
      rowsSchema.parse([byKey.get(agent, callKey)].filter((row) => row !== undefined))[0] ?? null,
    noted(agent, callKey, at) {
      noted.run(at, agent, callKey);
    },
    recent: (since) => recentSchema.parse(recent.all(since)),
    leave() {
      left.run();
    },
    prune: pruneOf(database, 'calls', 'started_at'),
  };
}
