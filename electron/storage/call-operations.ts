import type { DatabaseSync } from '@photostructure/sqlite';
import { z } from 'zod';
import { callRowSchema } from '../../shared/model/call-record.ts';
import { inTransaction } from './in-transaction.ts';
import type { OperationHandlers } from './operations.ts';

type Database = InstanceType<typeof DatabaseSync>;
type CallOperations = Pick<OperationHandlers, Extract<keyof OperationHandlers, `calls.${string}`>>;

const rowsSchema = z.array(callRowSchema);
const numberSchema = z.object({ number: z.number().nullable() }).optional();
const changesSchema = z.object({ changes: z.union([z.number(), z.bigint()]) });

const columns = `number, call_key AS callKey, started_at AS startedAt, answered_at AS answeredAt,
  ended_at AS endedAt, outcome, noted_at AS notedAt, data,
  coalesce((SELECT popup_id FROM popups
            WHERE popups.agent = calls.agent AND popups.call_key = calls.call_key AND calls.call_key <> ''
            ORDER BY at DESC LIMIT 1), '') AS popupId`;

/** The history of each agent's calls. */
export function callOperations(database: Database): CallOperations {
  const put = database.prepare(
    `INSERT INTO calls (agent, call_key, started_at, answered_at, ended_at, outcome, text, data)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (agent, call_key) DO UPDATE SET
       answered_at = excluded.answered_at, ended_at = excluded.ended_at, outcome = excluded.outcome,
       text = excluded.text, data = excluded.data`,
  );
  const byKey = database.prepare(`SELECT ${columns} FROM calls WHERE agent = ? AND call_key = ?`);
  const noted = database.prepare('UPDATE calls SET noted_at = ? WHERE agent = ? AND call_key = ?');
  const left = database.prepare("UPDATE calls SET outcome = 'unknown' WHERE outcome = 'running'");
  const last = database.prepare('SELECT max(number) AS number FROM calls');
  const prune = database.prepare(
    `DELETE FROM calls WHERE number IN (
       SELECT number FROM calls WHERE number <= ? OR started_at < ? ORDER BY number LIMIT ?)`,
  );
  const prepared = new Map<string, ReturnType<Database['prepare']>>();
  return {
    'calls.put'(rows) {
      inTransaction(database, () => {
        for (const row of rows) {
          const { agent, callKey, startedAt, answeredAt, endedAt, outcome, text, data } = row;
          put.run(agent, callKey, startedAt, answeredAt, endedAt, outcome, text, data);
        }
      });
      return null;
    },
    'calls.search'({ agent, words, outcome, before, limit }) {
      const tests = [
        'agent = ?',
        ...words.map(() => 'instr(text, ?) > 0'),
        ...(outcome === undefined ? [] : ['outcome = ?']),
        ...(before === undefined ? [] : ['number < ?']),
      ];
      const sql = `SELECT ${columns} FROM calls WHERE ${tests.join(' AND ')} ORDER BY number DESC LIMIT ?`;
      const query = prepared.get(sql) ?? database.prepare(sql);
      prepared.set(sql, query);
      const values = [agent, ...words, outcome, before, limit].filter(
        (value) => value !== undefined,
      );
      return rowsSchema.parse(query.all(...values));
    },
    'calls.byKey': ({ agent, callKey }) =>
      rowsSchema.parse([byKey.get(agent, callKey)].filter((row) => row !== undefined))[0] ?? null,
    'calls.noted'({ agent, callKey, at }) {
      noted.run(at, agent, callKey);
      return null;
    },
    'calls.leave'() {
      left.run();
      return null;
    },
    'calls.prune'({ before, keep, limit }) {
      const newest = numberSchema.parse(last.get())?.number ?? 0;
      return Number(changesSchema.parse(prune.run(newest - keep, before, limit)).changes);
    },
  };
}
