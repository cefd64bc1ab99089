import { Worker } from 'node:worker_threads';
import { askWorker } from '../../../shared/storage/ask-worker.ts';
import { portOf, type Ask } from './ports.ts';
import type { Storage } from './storage.ts';

/**
 * Opens the database in its worker thread.
 *
 * @param workerFile the built database-worker.cjs
 * @param file where the database is
 * @throws (rejects every call) when the worker could not open it
 */
export function openStorage(workerFile: string, file: string): Storage {
  const askDatabase = askWorker(new Worker(workerFile, { workerData: { file } }));
  const ask: Ask = (store, operation, args) => askDatabase({ store, operation, args });
  return {
    claims: portOf('claims', ask),
    seen: portOf('seen', ask),
    popups: portOf('popups', ask),
    values: portOf('values', ask),
    outbox: portOf('outbox', ask),
    entryLog: portOf('entryLog', ask),
    overview: portOf('overview', ask),
    calls: portOf('calls', ask),
    close: () => portOf('file', ask).close(),
    damage: () => portOf('file', ask).damage(),
  };
}
