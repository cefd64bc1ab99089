import { openDatabase } from '../../electron/platform/storage/database.ts';
import type { OutboxStore } from '../../electron/platform/storage/storage.ts';

/** The real database's outbox, on this thread. */
export function openOutboxStore(file = ':memory:'): OutboxStore & { close: () => void } {
  const database = openDatabase(file);
  return {
    add: (deliveries) => Promise.resolve(database['outbox.add'](deliveries)),
    waiting: () => Promise.resolve(database['outbox.waiting'](null)),
    request: (id) => Promise.resolve(database['outbox.request'](id)),
    attempted: (outcome) => Promise.resolve(void database['outbox.attempted'](outcome)),
    settle: (settlement) => Promise.resolve(void database['outbox.settle'](settlement)),
    list: (query) => Promise.resolve(database['outbox.list'](query)),
    attempts: (id) => Promise.resolve(database['outbox.attempts'](id)),
    counts: () => Promise.resolve(database['outbox.counts'](null)),
    revive: (revival) => Promise.resolve(database['outbox.revive'](revival)),
    unsettled: () => Promise.resolve(database['outbox.unsettled'](null)),
    prune: (retention) => Promise.resolve(database['outbox.prune'](retention)),
    close: () => void database.close(null),
  };
}
