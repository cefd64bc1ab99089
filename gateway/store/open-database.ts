import { DatabaseSync } from '@photostructure/sqlite';
import { z } from 'zod';
import { inTransaction } from '../../shared/storage/in-transaction.ts';
import { schemaSteps } from './schema.ts';

export type Database = InstanceType<typeof DatabaseSync>;

const versionSchema = z.object({ user_version: z.number() });

/** Opens the gateway's database and brings it up to date. */
export function openDatabase(file: string): Database {
  const database = new DatabaseSync(file);
  // FULL: what was accepted is on disk, even after a power cut.
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;',
  );
  inTransaction(database, () => upgrade(database));
  return database;
}

function upgrade(database: Database): void {
  const current = versionSchema.parse(database.prepare('PRAGMA user_version').get()).user_version;
  if (current > schemaSteps.length) throw new Error('The database is of a newer gateway.');
  for (const step of schemaSteps.slice(current)) database.exec(step);
  database.exec(`PRAGMA user_version = ${schemaSteps.length}`);
}
