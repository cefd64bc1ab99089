import { DatabaseSync } from '@photostructure/sqlite';
import { z } from 'zod';
import { inTransaction } from '../../../shared/storage/in-transaction.ts';

type Database = InstanceType<typeof DatabaseSync>;
type Row = Record<string, string | number | null>;

/** What is worth most comes first: a page that ends the reading ends it for one table only. */
const tables = [
  ['deliveries', 'number'],
  ['attempts', 'delivery, number'],
  ['claims', 'key'],
  ['seen', 'number'],
  ['notes', 'name'],
  ['calls', 'number'],
  ['popups', 'rowid'],
  ['journal', 'number'],
] as const;

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/**
 * Copies from a damaged database what can still be read, row by row: up to the first page that cannot, and from the end
 * back to it.
 *
 * @param from the file that was set aside
 * @param to a new, empty database
 * @returns rows by table
 * @throws where the new one cannot be written to
 */
export function salvage(from: string, to: Database): Readonly<Record<string, number>> {
  const saved: Record<string, number> = {};
  const damaged = openToRead(from);
  if (damaged === undefined) return saved;
  try {
    for (const [table, order] of tables) saved[table] = copyTable(damaged, to, table, order);
  } finally {
    try {
      damaged.close();
    } catch {
      // It stays where it is.
    }
  }
  return saved;
}

function openToRead(file: string): Database | undefined {
  try {
    return new DatabaseSync(file, { readOnly: true });
  } catch {
    // Its header is gone: there is nothing to read.
    return undefined;
  }
}

function copyTable(from: Database, to: Database, table: string, order: string): number {
  let count = 0;
  const descending = order
    .split(', ')
    .map((column) => `${column} DESC`)
    .join(', ');
  for (const direction of [order, descending]) {
    const rows = readable(from, `SELECT * FROM ${table} ORDER BY ${direction}`);
    count += inTransaction(to, () => rows.filter((row) => insert(to, table, row)).length);
  }
  return count;
}

/** The rows up to the first that cannot be read. */
function readable(from: Database, sql: string): Row[] {
  const rows: Row[] = [];
  try {
    for (const row of from.prepare(sql).iterate()) rows.push(rowSchema.parse(row));
  } catch {
    // The rest is read from the other end.
  }
  return rows;
}

/** SQLite's words for a disk that is full, failing or read-only. */
const diskWords = /disk|readonly|unable to open/i;

/** @returns false for a row that is there already, or does not fit any more */
function insert(to: Database, table: string, row: Row): boolean {
  const names = Object.keys(row);
  const marks = names.map(() => '?').join(', ');
  try {
    const sql = `INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${marks})`;
    return to.prepare(sql).run(...Object.values(row)).changes > 0;
  } catch (error) {
    if (error instanceof Error && diskWords.test(error.message)) throw error;
    return false;
  }
}
