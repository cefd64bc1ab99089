import type { DatabaseSync } from '@photostructure/sqlite';
import { z } from 'zod';
import { inTransaction } from '../../../shared/storage/in-transaction.ts';

type Database = InstanceType<typeof DatabaseSync>;

/** The file is not what SQLite wrote. */
export class DamagedError extends Error {}

/**
 * SQLite's own words for SQLITE_CORRUPT and SQLITE_NOTADB, which the addon hands on without their codes, and for a search index
 * that cannot even be opened.
 */
const words =
  /malformed|not a database|disk image|corrupt|vtable constructor failed|unrecognized option/i;

export const isDamage = (error: unknown): boolean =>
  error instanceof DamagedError || (error instanceof Error && words.test(error.message));

/**
 * Met while the database is in use: only SQLite's own sentences for the file, since an operation's error can quote what a person
 * searched for.
 */
export const isFileDamage = (error: unknown): boolean =>
  error instanceof Error &&
  /^(?:database disk image is malformed|file is not a database)$/.test(error.message);

const checkSchema = z.array(z.object({ quick_check: z.string() }));

/**
 * @returns whether only the search index of the log is damaged
 * @throws DamagedError where a page, an index or a row is not as it should be
 */
export function isIndexDamaged(database: Database): boolean {
  const found = checkSchema
    .parse(database.prepare('PRAGMA quick_check(20)').all())
    .map((row) => row.quick_check)
    .filter((text) => text !== 'ok');
  const [other] = found.filter((text) => !text.includes('journal_text'));
  if (other !== undefined) throw new DamagedError(other);
  return found.length > 0;
}

/** A bad page of the search index would end all writes of the log; it can always be made again of the log itself. */
export const remakeSearchIndex = (database: Database): void =>
  inTransaction(database, () =>
    database.exec(
      `INSERT INTO journal_text (journal_text) VALUES ('delete-all');
       INSERT INTO journal_text (rowid, kind, text) SELECT number, kind, fold(text) FROM journal;`,
    ),
  );
