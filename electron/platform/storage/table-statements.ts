import type { DatabaseSync } from '@photostructure/sqlite';
import { z } from 'zod';
import type { Prune } from './storage.ts';

type Database = InstanceType<typeof DatabaseSync>;
type Statement = ReturnType<Database['prepare']>;

const numberSchema = z.object({ number: z.number().nullable() }).optional();
const changesSchema = z.object({ changes: z.union([z.number(), z.bigint()]) });

/** Searches differ by which tests they have: each kind is prepared once. */
export function preparedOnce(database: Database): (sql: string) => Statement {
  const known = new Map<string, Statement>();
  return (sql) => {
    const statement = known.get(sql) ?? database.prepare(sql);
    known.set(sql, statement);
    return statement;
  };
}

/**
 * Deletes some of what is old, or too much, in a table whose rows are numbered as they come.
 *
 * @param time the column with the row's time
 * @returns how many; call again until 0
 */
export function pruneOf(
  database: Database,
  table: 'journal' | 'calls',
  time: 'at' | 'started_at',
): Prune {
  const last = database.prepare(`SELECT max(number) AS number FROM ${table}`);
  const prune = database.prepare(
    `DELETE FROM ${table} WHERE number IN (
       SELECT number FROM ${table} WHERE number <= ? OR ${time} < ? ORDER BY number LIMIT ?)`,
  );
  return ({ before, keep, limit }) => {
    const newest = numberSchema.parse(last.get())?.number ?? 0;
    return Number(changesSchema.parse(prune.run(newest - keep, before, limit)).changes);
  };
}
