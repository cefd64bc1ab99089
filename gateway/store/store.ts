import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { GroupCommit } from './group-commit.ts';
import type { Arrival, KeptEvent } from './records.ts';
import type { StoreOperations } from './store-operations.ts';

/** The same operations, run elsewhere. */
type Port = {
  readonly [Name in keyof StoreOperations]: (
    ...args: Parameters<StoreOperations[Name]>
  ) => Promise<ReturnType<StoreOperations[Name]>>;
};

type Ask = (operation: string, args: readonly unknown[]) => Promise<unknown>;

const responseSchema = z.union([
  z.object({ id: z.number(), ok: z.literal(true), output: z.unknown() }),
  z.object({ id: z.number(), ok: z.literal(false), error: z.instanceof(Error) }),
]);

export interface Store extends Omit<Port, 'append'> {
  /** Resolves when the arrival is on disk; rejects where it is not, and then nothing of it is. */
  readonly append: (arrival: Arrival) => Promise<readonly KeptEvent[]>;
}

/** Opens the database in its worker. Every call rejects where it could not be opened. */
export function openStore(workerFile: string, folder: string): Store {
  const port = portOf(askWorker(new Worker(workerFile, { workerData: { folder } })));
  const group = new GroupCommit((arrivals) => port.append(arrivals));
  return {
    append: (arrival) => group.add(arrival),
    after: port.after,
    lastTaker: port.lastTaker,
    clean: port.clean,
    enrol: port.enrol,
    deskOf: port.deskOf,
    revokedSince: port.revokedSince,
    forgetCodes: port.forgetCodes,
    async close() {
      await group.settled();
      await port.close();
    },
  };
}

interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

function askWorker(worker: Worker): Ask {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let broken: Error | undefined;
  const failAll = (error: Error): void => {
    broken ??= error;
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
  return (operation, args) =>
    new Promise((resolve, reject) => {
      if (broken !== undefined) {
        reject(broken);
        return;
      }
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, operation, args });
    });
}

/** What an operation answers is what its declaration says: no other name compiles. */
function portOf(ask: Ask): Port;
function portOf(ask: Ask): object {
  const get = (_own: object, name: string | symbol): unknown =>
    typeof name === 'symbol' || name === 'then'
      ? undefined
      : (...args: unknown[]) => ask(name, args);
  return new Proxy({}, { get });
}
