import type { DatabaseSync } from '@photostructure/sqlite';
import { z } from 'zod';
import { filterFieldNames } from '../../../shared/calls/filter-values.ts';
import { callRowSchema } from '../../../shared/model/call-record.ts';
import { inTransaction } from '../../../shared/storage/in-transaction.ts';
import type { Operations, StoredCallSearch } from './storage.ts';
import { preparedOnce, pruneOf } from './table-statements.ts';
import { readableRows } from './readable-rows.ts';

type Database = InstanceType<typeof DatabaseSync>;
type Value = string | number;

/** Notes are as the agent wrote them, the rest is folded when it is written. */
const searched = 'text || char(10) || fold(note) || char(10) || fold(disposition)';

const recentSchema = callRowSchema.pick({ callKey: true, endedAt: true });

const filterFieldsSchema = z.array(
  z.record(
    z.enum(filterFieldNames),
    z
      .string()
      .nullable()
      .transform((value) => value ?? undefined),
  ),
);

const selectFilterFields = `SELECT ${filterFieldNames
  .map((name) => `json_extract(data, '$.fields.${name}') AS ${name}`)
  .join(', ')}
  FROM (SELECT data FROM calls WHERE agent = ? ORDER BY number DESC LIMIT ?)`;

const columns = `number, call_key AS callKey, started_at AS startedAt, rang_at AS rangAt,
  answered_at AS answeredAt, ended_at AS endedAt, outcome, noted_at AS notedAt, note, disposition, data,
  coalesce((SELECT popup_id FROM popups
            WHERE popups.agent = calls.agent AND popups.call_key = calls.call_key AND popups.call_key <> ''
              AND popups.outcome = 'opened'
            ORDER BY at DESC LIMIT 1), '') AS popupId`;

/**
 * After a restart, or long after its end, only the last events of a call are known: a row that then begins later than
 * the one before adds to it.
 */
const upsert = `INSERT INTO calls
       (agent, call_key, started_at, rang_at, answered_at, ended_at, outcome, text, data)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (agent, call_key) DO UPDATE SET
       rang_at = CASE WHEN excluded.rang_at > 0 THEN excluded.rang_at ELSE rang_at END,
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

const addNote = `UPDATE calls SET
       noted_at = :at,
       note = CASE
         WHEN note = '' THEN :note
         WHEN :note = '' THEN note
         ELSE note || char(10) || :note END,
       disposition = CASE WHEN :disposition = '' THEN disposition ELSE :disposition END
     WHERE agent = :agent AND call_key = :callKey`;

/** The tests of a search, and the values of their places. */
function testsOf(search: StoredCallSearch): { readonly tests: string[]; readonly values: Value[] } {
  const { agent, words, outcomes = [], direction, from, to, before } = search;
  const optional: readonly [test: string, value: Value | undefined][] = [
    ["json_extract(data, '$.fields.direction') = ?", direction],
    ['started_at >= ?', from],
    ['started_at <= ?', to],
    ['number < ?', before],
  ];
  const given = optional.flatMap(([test, value]) => (value === undefined ? [] : [{ test, value }]));
  return {
    tests: [
      'agent = ?',
      ...words.map((ways) => `(${ways.map(() => `instr(${searched}, ?) > 0`).join(' OR ')})`),
      ...(outcomes.length === 0 ? [] : [`outcome IN (${outcomes.map(() => '?').join(', ')})`]),
      ...given.map(({ test }) => test),
    ],
    values: [agent, ...words.flat(), ...outcomes, ...given.map(({ value }) => value)],
  };
}

/** The history of each agent's calls. */
export function callOperations(database: Database): Operations['calls'] {
  const put = database.prepare(upsert);
  const byKey = database.prepare(`SELECT ${columns} FROM calls WHERE agent = ? AND call_key = ?`);
  const filterFields = database.prepare(selectFilterFields);
  const noted = database.prepare(addNote);
  const forgetNotes = database.prepare(
    "UPDATE calls SET note = '', disposition = '' WHERE note <> '' OR disposition <> ''",
  );
  const recent = database.prepare(
    'SELECT call_key AS callKey, ended_at AS endedAt FROM calls WHERE started_at > ? ORDER BY number',
  );
  const left = database.prepare("UPDATE calls SET outcome = 'unknown' WHERE outcome = 'running'");
  const prepared = preparedOnce(database);
  return {
    put(rows) {
      inTransaction(database, () => {
        for (const row of rows) {
          const { agent, callKey, startedAt, rangAt, answeredAt, endedAt } = row;
          const { outcome, text, data } = row;
          put.run(agent, callKey, startedAt, rangAt, answeredAt, endedAt, outcome, text, data);
        }
      });
    },
    search(search) {
      const { tests, values } = testsOf(search);
      const sql = `SELECT ${columns} FROM calls WHERE ${tests.join(' AND ')} ORDER BY number DESC LIMIT ?`;
      return readableRows(callRowSchema, prepared(sql).all(...values, search.limit));
    },
    byKey: (agent, callKey) => readableRows(callRowSchema, [byKey.get(agent, callKey)])[0] ?? null,
    filterFields: (agent, count) => filterFieldsSchema.parse(filterFields.all(agent, count)),
    noted(agent, callKey, at, note) {
      noted.run({ agent, callKey, at, ...note });
    },
    forgetNotes() {
      forgetNotes.run();
    },
    recent: (since) => readableRows(recentSchema, recent.all(since)),
    leave() {
      left.run();
    },
    prune: pruneOf(database, 'calls', 'started_at'),
  };
}
