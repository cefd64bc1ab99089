import path from 'node:path';
import { keepPrivate } from '../platform/storage/keep-private.ts';
import { openStorage } from '../platform/storage/open-storage.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { unpacked } from '../platform/runtime.ts';

const database = 'ringcue.db';

/**
 * Opens the desk's database in a separate worker thread.
 *
 * @param folder the data folder, which this instance has locked
 * @param dist the compiled app
 */
export function openDeskStorage(folder: string, dist: string): Storage {
  keepPrivate(folder, [database]);
  return openStorage(unpacked(dist, 'database-worker.cjs'), path.join(folder, database));
}
