import { openDatabase } from '../../electron/platform/storage/database.ts';
import { portOf, runOperation } from '../../electron/platform/storage/ports.ts';
import type { OutboxStore } from '../../electron/platform/storage/storage.ts';

/** The real database's outbox, on this thread. */
export function openOutboxStore(file = ':memory:'): { store: OutboxStore; close: () => void } {
  const database = openDatabase(file).operations;
  const store = portOf(
    'outbox',
    (...names) => new Promise((resolve) => resolve(runOperation(database, ...names))),
  );
  return { store, close: () => database.file.close() };
}
