import { Worker } from 'node:worker_threads';
import type { OperationName, Operations } from './operations.ts';
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
    else caller?.reject(new Error(response.message));
  });

  function ask<N extends OperationName>(
    name: N,
    input: Operations[N]['input'],
  ): Promise<Operations[N]['output']> {
    return new Promise((resolve, reject) => {
      if (broken !== undefined) {
        reject(broken);
        return;
      }
      const id = nextId++;
      // The worker is our own code and parsed its rows by schema: its answer has the operation's type.
      waiting.set(id, {
        resolve: (output) => void Reflect.apply(resolve, undefined, [output]),
        reject,
      });
      worker.postMessage({ id, name, input });
    });
  }

  return {
    claims: {
      since: (time) => ask('claims.since', time),
      add: (key, at) => done(ask('claims.add', { key, at })),
    },
    seen: {
      newest: (count) => ask('seen.newest', count),
      add: (keys, keep) => done(ask('seen.add', { keys, keep })),
    },
    history: {
      add: (record) => done(ask('history.add', record)),
      newest: (agent, count) => ask('history.newest', { agent, count }),
      lastUsed: () => ask('history.lastUsed', null),
    },
    notes: {
      all: (prefix) => ask('notes.all', prefix),
      set: (name, value) => done(ask('notes.set', { name, value })),
    },
    outbox: {
      add: (deliveries) => ask('outbox.add', deliveries),
      waiting: () => ask('outbox.waiting', null),
      request: (id) => ask('outbox.request', id),
      attempted: (outcome) => done(ask('outbox.attempted', outcome)),
      settle: (settlement) => done(ask('outbox.settle', settlement)),
      list: (query) => ask('outbox.list', query),
      attempts: (id) => ask('outbox.attempts', id),
      counts: () => ask('outbox.counts', null),
      revive: (revival) => ask('outbox.revive', revival),
      unsettled: () => ask('outbox.unsettled', null),
      prune: (retention) => ask('outbox.prune', retention),
    },
    journal: {
      put: (rows) => done(ask('journal.put', rows)),
      search: (search) => ask('journal.search', search),
      byId: (id) => ask('journal.byId', id),
      prune: (retention) => ask('journal.prune', retention),
    },
    calls: {
      put: (rows) => done(ask('calls.put', rows)),
      search: (search) => ask('calls.search', search),
      byKey: (agent, callKey) => ask('calls.byKey', { agent, callKey }),
      noted: (agent, callKey, at) => done(ask('calls.noted', { agent, callKey, at })),
      leave: () => done(ask('calls.leave', null)),
      prune: (retention) => ask('calls.prune', retention),
    },
    close: () => done(ask('close', null)),
  };
}

const done = async (answer: Promise<null>): Promise<void> => {
  await answer;
};
