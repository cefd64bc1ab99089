import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openRecords, storeOperations } from './store-operations.ts';

const requestSchema = z.object({
  id: z.number(),
  operation: z.string(),
  args: z.array(z.unknown()),
});

/** The thread that waits for the disk: the one that answers requests and serves desks never does. */
function serve(): void {
  const { folder } = z.object({ folder: z.string() }).parse(workerData);
  const operations = new Map<string, unknown>(Object.entries(storeOperations(openRecords(folder))));
  parentPort?.on('message', (message: unknown) => {
    const { id, operation, args } = requestSchema.parse(message);
    try {
      const run = operations.get(operation);
      if (typeof run !== 'function') throw new Error(`unknown operation ${operation}`);
      const output: unknown = Reflect.apply(run, undefined, args);
      parentPort?.postMessage({ id, ok: true, output });
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      parentPort?.postMessage({ id, ok: false, error });
    }
    if (operation === 'close') parentPort?.close();
  });
}

serve();
