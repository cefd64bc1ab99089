import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { errorText } from '../../../platform/logging/log.ts';
import { evaluateMapping } from './evaluate-mapping.ts';

const requestSchema = z.object({ expression: z.string(), payload: z.string(), topic: z.string() });

/** The thread that evaluates mappings, one at a time; it is ended when one takes too long. */
function serve(): void {
  parentPort?.on('message', (message: unknown) => {
    evaluateMapping(requestSchema.parse(message))
      .then((result) => parentPort?.postMessage(result))
      .catch((error: unknown) =>
        parentPort?.postMessage({ ok: false, problem: { path: '', message: errorText(error) } }),
      );
  });
  parentPort?.postMessage('ready');
}

serve();
