import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { askLastingWorker } from '../../../shared/storage/ask-lasting-worker.ts';

/** Answers with its own number, and ends in the middle of work where it is asked to. */
const program = `
  const { parentPort, threadId } = require('node:worker_threads');
  parentPort.on('message', ({ id, say }) => {
    if (say === 'run out') throw new Error('out of memory');
    parentPort.postMessage({ id, ok: true, output: threadId });
    if (say === 'close') parentPort.close();
  });`;

function lastingWorker() {
  const started: Worker[] = [];
  onTestFinished(async () => {
    await Promise.all(started.map((worker) => worker.terminate()));
  });
  let now = 0;
  const worker = askLastingWorker(
    () => {
      const next = new Worker(program, { eval: true });
      started.push(next);
      return next;
    },
    () => now,
  );
  return { ...worker, started, wait: (ms: number) => (now += ms) };
}

it('starts a worker again that ended unasked, and says to who waited that it did', async () => {
  const { ask, started, wait } = lastingWorker();
  const end = async (): Promise<void> => {
    const exit = new Promise((resolve) => started.at(-1)!.once('exit', resolve));
    const both = Promise.allSettled([ask({ say: 'run out' }), ask({ say: 'number' })]);
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await exit;
  };
  await end();
  expect(await ask({ say: 'number' })).toBe(started[1]!.threadId);
  await end();
  // One that ends again at once is not started without a pause.
  await expect(ask({ say: 'number' })).rejects.toThrow('out of memory');
  expect(started).toHaveLength(2);
  wait(1_000);
  expect(await ask({ say: 'number' })).toBe(started[2]!.threadId);
});

it('starts none again that was asked to close', async () => {
  const { ask, askLast, started, wait } = lastingWorker();
  const exit = new Promise((resolve) => started[0]!.once('exit', resolve));
  await askLast({ say: 'close' });
  await exit;
  wait(60_000);
  await expect(ask({ say: 'number' })).rejects.toThrow('closed');
  expect(started).toHaveLength(1);
});
