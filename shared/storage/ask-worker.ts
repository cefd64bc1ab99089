import { z } from 'zod';

/** What a worker that keeps a database answers. An error crosses with its message, its stack and its cause. */
export const responseSchema = z.union([
  z.object({ id: z.number(), ok: z.literal(true), output: z.unknown() }),
  z.object({ id: z.number(), ok: z.literal(false), error: z.instanceof(Error) }),
]);

/** What it says unasked. */
const newsSchema = z.object({ news: z.unknown() });
const messageSchema = z.union([responseSchema, newsSchema]);

/** The part of a worker thread that is needed here. */
export interface Peer {
  postMessage(message: unknown): void;
  on(event: 'message' | 'error' | 'exit', listener: (value: unknown) => void): unknown;
}

interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Sends a question and resolves with its answer. Rejects all that wait, and all later ones, once the worker has ended.
 *
 * @param told hears what the worker says unasked
 */
export function askWorker(
  worker: Peer,
  told: (news: unknown) => void = () => undefined,
): (question: object) => Promise<unknown> {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let broken: Error | undefined;
  const failAll = (error: Error): void => {
    // The first error says why; the exit that follows it does not.
    broken ??= error;
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  };
  worker.on('error', (error) => failAll(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => failAll(new Error('The database is closed.')));
  worker.on('message', (message) => {
    const response = messageSchema.parse(message);
    if ('news' in response) {
      told(response.news);
      return;
    }
    const caller = waiting.get(response.id);
    waiting.delete(response.id);
    if (response.ok) caller?.resolve(response.output);
    else caller?.reject(response.error);
  });
  return (question) =>
    new Promise((resolve, reject) => {
      if (broken !== undefined) {
        reject(broken);
        return;
      }
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ...question });
    });
}
