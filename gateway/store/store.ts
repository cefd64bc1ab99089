import { Worker } from 'node:worker_threads';
import { askLastingWorker } from '../../shared/storage/ask-lasting-worker.ts';
import { GroupCommit } from '../../shared/storage/group-commit.ts';
import type { Arrival, KeptEvent } from './records.ts';
import type { StoreOperations } from './store-operations.ts';

/** The same operations, run elsewhere. */
type Port = {
  readonly [Name in keyof StoreOperations]: (
    ...args: Parameters<StoreOperations[Name]>
  ) => Promise<ReturnType<StoreOperations[Name]>>;
};

type Ask = (operation: string, args: readonly unknown[]) => Promise<unknown>;

export interface Store extends Omit<Port, 'append'> {
  /** Resolves when the arrival is on disk; rejects where it is not, and then nothing of it is. */
  readonly append: (arrival: Arrival) => Promise<readonly KeptEvent[]>;
}

const groupLimits = { waiting: 10_000, together: 10_000 };

/** Opens the database in its worker. Every call rejects where it could not be opened. */
export function openStore(workerFile: string, folder: string): Store {
  const worker = askLastingWorker(
    () => new Worker(workerFile, { workerData: { folder } }),
    () => performance.now(),
  );
  const port = portOf((operation, args) => worker.ask({ operation, args }));
  const group = new GroupCommit(
    (arrivals: readonly Arrival[]) => port.append(arrivals),
    groupLimits,
  );
  return {
    append: (arrival) => group.add(arrival),
    after: port.after,
    lastTaker: port.lastTaker,
    clean: port.clean,
    enrol: port.enrol,
    signIn: port.signIn,
    deskOf: port.deskOf,
    revokedSince: port.revokedSince,
    forgetExpired: port.forgetExpired,
    async close() {
      await group.settled();
      await worker.askLast({ operation: 'close', args: [] });
    },
  };
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
