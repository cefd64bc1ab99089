import { WebSocket } from 'ws';
import { z } from 'zod';
import { until } from './until.ts';

const targetsSchema = z.array(z.object({ url: z.string(), webSocketDebuggerUrl: z.string() }));
const answerSchema = z.object({
  id: z.number().optional(),
  result: z.object({ result: z.object({ value: z.unknown().optional() }) }).optional(),
});

/** A page of an app that another process started, by its debugging port: Playwright attaches to its own only. */
export interface DevPage {
  /** The value of an expression in the page. */
  readonly read: (expression: string) => Promise<unknown>;
  readonly close: () => void;
}

export async function attachTo(port: number, page: string): Promise<DevPage> {
  const address = await until(
    () =>
      fetch(`http://127.0.0.1:${port}/json/list`).then(
        async (answer) =>
          targetsSchema.parse(await answer.json()).find(({ url }) => url.startsWith(page))
            ?.webSocketDebuggerUrl,
        () => undefined,
      ),
    page,
  );
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  let last = 0;
  return {
    read(expression) {
      const id = (last += 1);
      return new Promise((resolve) => {
        const receive = (data: Buffer): void => {
          const answer = answerSchema.parse(JSON.parse(data.toString('utf8')));
          if (answer.id !== id) return;
          socket.off('message', receive);
          resolve(answer.result?.result.value);
        };
        socket.on('message', receive);
        const params = { expression, awaitPromise: true, returnByValue: true };
        socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
      });
    },
    close: () => socket.terminate(),
  };
}
