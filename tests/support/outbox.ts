import { openDatabase } from '../../electron/storage/database.ts';
import type { OutboxStore } from '../../electron/storage/storage.ts';

/** The real database's outbox, on this thread. */
export function openOutboxStore(file = ':memory:'): OutboxStore & { close: () => void } {
  const database = openDatabase(file);
  return {
    add: async (deliveries) => database['outbox.add'](deliveries),
    waiting: async () => database['outbox.waiting'](null),
    request: async (id) => database['outbox.request'](id),
    attempted: async (outcome) => void database['outbox.attempted'](outcome),
    settle: async (settlement) => void database['outbox.settle'](settlement),
    list: async (query) => database['outbox.list'](query),
    attempts: async (id) => database['outbox.attempts'](id),
    counts: async () => database['outbox.counts'](null),
    revive: async (revival) => database['outbox.revive'](revival),
    prune: async (retention) => database['outbox.prune'](retention),
    close: () => void database.close(null),
  };
}
