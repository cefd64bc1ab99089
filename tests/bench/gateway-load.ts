import { request, Agent } from 'node:http';
import { performance } from 'node:perf_hooks';

/** Milliseconds since 1970, finer than Date.now and the same for all processes of a machine. */
export const preciseNow = (): number => performance.timeOrigin + performance.now();

export interface Posted {
  /** 0: no answer came. */
  readonly status: number;
  /** Milliseconds until the whole answer was there. */
  readonly took: number;
}

/** Posts JSON to one server over kept connections. */
export function poster(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    post: (path: string, body: unknown): Promise<Posted> =>
      new Promise((resolve) => {
        const from = performance.now();
        const end = (status: number): void => resolve({ status, took: performance.now() - from });
        const text = JSON.stringify(body);
        const call = request(
          {
            agent,
            port,
            path,
            host: '127.0.0.1',
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(text),
            },
          },
          (response) => {
            response.resume();
            response.once('end', () => end(response.statusCode ?? 0));
            response.once('error', () => end(0));
          },
        );
        call.once('error', () => end(0));
        call.setTimeout(10_000, () => call.destroy());
        call.end(text);
      }),
    stop: () => agent.destroy(),
  };
}

export function quantiles(list: readonly number[]) {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(10 * (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)) /
    10;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}
