import path from 'node:path';
import { keepPrivate } from '../platform/storage/keep-private.ts';
import { openStorage } from '../platform/storage/open-storage.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { unpacked } from '../platform/runtime.ts';

const database = 'ringcue.db';

/**
 * The desk's database, in a worker of its own.
 *
 * @param folder of the desk's data, which no second instance uses
 * @param dist the compiled app
 */
export function openDeskStorage(folder: string, dist: string): Storage {
  keepPrivate(folder, [database]);
  return openStorage(unpacked(dist, 'database-worker.cjs'), path.join(folder, database));
}
