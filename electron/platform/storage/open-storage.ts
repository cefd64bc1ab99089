import { Worker } from 'node:worker_threads';
import { askLastingWorker } from '../../../shared/storage/ask-lasting-worker.ts';
import { portOf, type Ask } from './ports.ts';
import { damageSchema } from './protocol.ts';
import type { DatabaseDamage, Storage } from './storage.ts';
import { UntilHeard } from './until-heard.ts';

/**
 * Opens the database in its worker thread, which is started again where it ends unasked.
 *
 * @param workerFile the built database-worker.cjs
 * @param file where the database is
 * @throws (rejects every call) when the worker could not open it
 */
export function openStorage(workerFile: string, file: string): Storage {
  const damage = new UntilHeard<DatabaseDamage>();
  const worker = askLastingWorker(
    () => new Worker(workerFile, { workerData: { file } }),
    () => performance.now(),
    (news) => damage.tell(damageSchema.parse(news)),
  );
  const ask: Ask = (store, operation, args) => worker.ask({ store, operation, args });
  const askLast: Ask = (store, operation, args) => worker.askLast({ store, operation, args });
  return {
    claims: portOf('claims', ask),
    seen: portOf('seen', ask),
    popups: portOf('popups', ask),
    values: portOf('values', ask),
    outbox: portOf('outbox', ask),
    entryLog: portOf('entryLog', ask),
    overview: portOf('overview', ask),
    calls: portOf('calls', ask),
    close: () => portOf('file', askLast).close(),
    onDamage: (listener) => damage.hear(listener),
  };
}
