import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { gatewayMessageSchema, stopMessage, type GatewayData } from './demo-protocol.ts';

export interface DemoGateway {
  /** Where the desk connects, and its token. */
  readonly url: string;
  readonly token: string;
  /** Resolves when the desk is connected, and the first call will not be the first request. */
  readonly connected: () => Promise<void>;
  /** Sends a form as the phone system does. Rejects where it was not taken. */
  readonly post: (form: URLSearchParams) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const feed = 'call-center-studio';
/** The first request loads what reads numbers, which takes as long as ten calls. It is refused, and rings nowhere. */
const noCall = new URLSearchParams({ CallerID: '+12025550143', Event: 'none' });
const makeSecret = (): string => randomBytes(32).toString('base64url');

/**
 * Starts the gateway in a thread of its own, only while the demo runs.
 *
 * @param workerFile the built demo-worker.cjs, beside the workers of the gateway
 * @param folder for the gateway's data, which ends with the demo
 */
export async function startDemoGateway(workerFile: string, folder: string): Promise<DemoGateway> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const [feedSecret, deskToken] = [makeSecret(), makeSecret()];
  const workers = path.dirname(workerFile);
  const data: GatewayData = { folder, workers, feed, feedSecret, deskToken };
  const worker = new Worker(workerFile, { workerData: data });
  const { listening, connected, ended } = watch(worker);
  const port = await listening;
  const feedUrl = `http://127.0.0.1:${port}/in/${feed}/${feedSecret}`;
  const warm = post(feedUrl, noCall).catch(() => undefined);
  const ready = warm.then(() => connected);
  return {
    url: `ws://127.0.0.1:${port}/desk?lastEventId=\${lastEventId}`,
    token: deskToken,
    connected: () => ready,
    post: (form) => post(feedUrl, form),
    async stop() {
      worker.postMessage(stopMessage);
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function watch(worker: Worker) {
  let onConnected = (): void => undefined;
  const connected = new Promise<void>((resolve) => (onConnected = resolve));
  const listening = new Promise<number>((resolve, reject) => {
    worker.on('message', (message: unknown) => {
      const told = gatewayMessageSchema.parse(message);
      if (told.type === 'listening') resolve(told.port);
      else onConnected();
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The gateway of the demo has ended.')));
  });
  const ended = new Promise<void>((resolve) => worker.on('exit', () => resolve()));
  return { listening, connected, ended };
}

function post(url: string, form: URLSearchParams): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = request(url, { method: 'POST', headers }, (response) => {
      response.resume();
      if (response.statusCode === 200) resolve();
      else reject(new Error(`The gateway of the demo answered ${response.statusCode ?? 0}.`));
    });
    sent.once('error', reject);
    sent.end(form.toString());
  });
}
