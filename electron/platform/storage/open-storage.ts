import { Worker } from 'node:worker_threads';
import { portOf, type Ask } from './ports.ts';
import { responseSchema } from './protocol.ts';
import type { Storage } from './storage.ts';

interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Opens the database in its worker thread.
 *
 * @param workerFile the built database-worker.cjs
 * @param file where the database is
 * @throws (rejects every call) when the worker could not open it
 */
export function openStorage(workerFile: string, file: string): Storage {
  const worker = new Worker(workerFile, { workerData: { file } });
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let broken: Error | undefined;

  const failAll = (error: Error): void => {
    broken = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', (error) => failAll(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => failAll(new Error('The database is closed.')));
  worker.on('message', (message: unknown) => {
    const response = responseSchema.parse(message);
    const caller = waiting.get(response.id);
    waiting.delete(response.id);
    if (response.ok) caller?.resolve(response.output);
    else caller?.reject(response.error);
  });

  const ask: Ask = (store, operation, args) =>
    new Promise((resolve, reject) => {
      if (broken !== undefined) {
        reject(broken);
        return;
      }
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, store, operation, args });
    });

  return {
    claims: portOf('claims', ask),
    seen: portOf('seen', ask),
    popups: portOf('popups', ask),
    values: portOf('values', ask),
    outbox: portOf('outbox', ask),
    entryLog: portOf('entryLog', ask),
    calls: portOf('calls', ask),
    close: () => portOf('file', ask).close(),
    damage: () => portOf('file', ask).damage(),
  };
}
