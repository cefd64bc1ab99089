import type { DatabaseSync } from '@photostructure/sqlite';
import { testCallMark } from '../../../shared/calls/test-call.ts';
import { logRowSchema, type LogSearch } from '../../../shared/model/log-entry.ts';
import { searchedForms } from '../../../shared/numbers/number-search.ts';
import { foldText } from '../../../shared/text/fold-text.ts';
import { inTransaction } from '../../../shared/storage/in-transaction.ts';
import type { Operations } from './storage.ts';
import { preparedOnce, pruneOf } from './table-statements.ts';
import { readableRows } from './readable-rows.ts';

type Database = InstanceType<typeof DatabaseSync>;

/** Rows that may be out of order after the clock was set back. */
const disorder = 10_000;

const columns = 'number, id, at, kind, call_key AS callKey, text, data';

/** The log in the database, with a full-text index beside it. */
export function logOperations(database: Database): Operations['entryLog'] {
  const put = database.prepare(
    `INSERT INTO journal (id, at, kind, call_key, text, data) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET text = excluded.text, data = excluded.data`,
  );
  const byId = database.prepare(`SELECT ${columns} FROM journal WHERE id = ?`);
  const prepared = preparedOnce(database);
  return {
    put(rows) {
      inTransaction(database, () => {
        for (const { id, at, kind, callKey, text, data } of rows) {
          put.run(id, at, kind, callKey, text, data);
        }
      });
    },
    search(search) {
      const { sql, values } = queryOf(search);
      return readableRows(logRowSchema, prepared(sql).all(...values));
    },
    byId: (id) => readableRows(logRowSchema, [byId.get(id)])[0] ?? null,
    prune: pruneOf(database, 'journal', 'at'),
  };
}

const ofCall = "of_call.call_key = journal.call_key AND of_call.call_key <> ''";

/** Of each real call without an opened popup one event: when it rang last, else its first. */
const withoutPopup = `journal.kind = 'event' AND journal.call_key <> ''
  AND substr(journal.call_key, 1, ${testCallMark.length}) <> '${testCallMark}'
  AND NOT EXISTS (SELECT 1 FROM journal AS of_call
    WHERE ${ofCall} AND of_call.kind = 'popup' AND of_call.data LIKE '%"outcome":"opened"%')
  AND journal.number = (SELECT coalesce(
      max(CASE WHEN of_call.data LIKE '%"stage":"ringing"%' THEN of_call.number END),
      min(of_call.number))
    FROM journal AS of_call WHERE ${ofCall} AND of_call.kind = 'event')`;

/** In the order that is asked for. With a text the index leads, without one the table's own order does. */
function queryOf(search: LogSearch): { sql: string; values: (string | number)[] } {
  const tests: string[] = [];
  const values: (string | number)[] = [];
  const test = (sql: string, ...given: (string | number)[]): void => {
    tests.push(sql);
    values.push(...given);
  };
  const isOldestFirst = search.order === 'oldest';
  const words = wordsOf(search.text);
  if (words.length > 0) {
    const kind = search.kind === undefined ? [] : [`kind : "${search.kind}"`];
    const all = words.map((word) => `text : "${word}" *`).join(' AND ');
    const forms = searchedForms(search.text).map((digits) => `text : "${digits}" *`);
    const match = [...kind, `(${[`(${all})`, ...forms].join(' OR ')})`].join(' AND ');
    test('journal_text MATCH ?', match);
  } else if (search.kind !== undefined) {
    test('kind = ?', search.kind);
  }
  if (search.callKey !== undefined) test("call_key = ? AND call_key <> ''", search.callKey);
  if (search.withoutPopup === true) test(withoutPopup);
  const number = words.length > 0 ? 'journal_text.rowid' : 'number';
  // Numbers grow with time but for a clock that was set back: they narrow the index, the time itself decides.
  if (search.from !== undefined) {
    test('at >= ?', search.from);
    test(
      `${number} >= coalesce((SELECT number FROM journal WHERE at >= ? ORDER BY at LIMIT 1) - ${disorder}, 0)`,
      search.from,
    );
  }
  if (search.to !== undefined) {
    test('at <= ?', search.to);
    test(
      `${number} <= coalesce((SELECT number FROM journal WHERE at <= ? ORDER BY at DESC LIMIT 1), 0) + ${disorder}`,
      search.to,
    );
  }
  if (search.before !== undefined) test(`${number} ${isOldestFirst ? '>' : '<'} ?`, search.before);
  const from =
    words.length > 0
      ? 'journal_text JOIN journal ON journal.number = journal_text.rowid'
      : 'journal';
  const where = tests.length === 0 ? '' : `WHERE ${tests.join(' AND ')}`;
  const listed =
    words.length > 0 ? columns.replace(/\b(kind|text)\b(?! AS)/g, 'journal.$1') : columns;
  return {
    sql: `SELECT ${listed} FROM ${from} ${where} ORDER BY ${number} ${isOldestFirst ? 'ASC' : 'DESC'} LIMIT ?`,
    values: [...values, search.limit],
  };
}

/** Letters and digits of any script, as the index splits them; nothing of its query language gets through. */
const wordsOf = (text: string): string[] =>
  (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 12);
