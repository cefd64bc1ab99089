import { parentPort, workerData } from 'node:worker_threads';
import { DatabaseOwner } from './database-owner.ts';
import { runOperation } from './ports.ts';
import { requestSchema, workerDataSchema } from './protocol.ts';

/** The thread that owns the database: no disk work ever happens on the thread that shows popups. */
function serve(): void {
  // By a clock that only runs forward.
  const { file } = workerDataSchema.parse(workerData);
  const owner = new DatabaseOwner(
    file,
    () => performance.now(),
    (damage) => parentPort?.postMessage({ news: damage }),
  );
  parentPort?.on('message', (message: unknown) => {
    const { id, store, operation, args } = requestSchema.parse(message);
    try {
      const output = owner.run((operations) => runOperation(operations, store, operation, args));
      parentPort?.postMessage({ id, ok: true, output });
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      parentPort?.postMessage({ id, ok: false, error });
    }
    if (store === 'file' && operation === 'close') parentPort?.close();
  });
}

serve();
