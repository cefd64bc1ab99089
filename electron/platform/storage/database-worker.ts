import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from './database.ts';
import { requestSchema, workerDataSchema } from './protocol.ts';

/** The thread that owns the database: no disk work ever happens on the thread that shows popups. */
function serve(): void {
  const operations = openDatabase(workerDataSchema.parse(workerData).file);
  const byName = new Map<string, unknown>(Object.entries(operations));
  parentPort?.on('message', (message: unknown) => {
    const { id, name, input } = requestSchema.parse(message);
    try {
      const run = byName.get(name);
      if (typeof run !== 'function') throw new Error(`unknown operation ${name}`);
      const output: unknown = Reflect.apply(run, undefined, [input]);
      parentPort?.postMessage({ id, ok: true, output });
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      parentPort?.postMessage({ id, ok: false, message: text });
    }
    if (name === 'close') parentPort?.close();
  });
}

serve();
