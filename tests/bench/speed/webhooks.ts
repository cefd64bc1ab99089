/** Webhooks of a burst, from accepted on disk to delivered and written down, beside plain posts to the same receiver. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as post } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as immediate } from 'node:timers/promises';
import { root } from '../../../build/lib/paths.mjs';
import { createWebhooks } from '../../../electron/features/webhooks/index.ts';
import { systemClock } from '../../../electron/platform/clock.ts';
import { createHttpClient } from '../../../electron/platform/network/http-client.ts';
import { openStorage } from '../../../electron/platform/storage/open-storage.ts';
import { emptyCallData } from '../../../shared/model/call-fields.ts';
import { webhookSchema } from '../../../shared/model/webhook.ts';
import { until } from '../../support/until.ts';
import { median, quantile, ratio } from './figures.ts';

/** Plain posts go out this many at once, as a simple sender would do it. */
const plainAtOnce = 4;

export interface WebhookFigures {
  readonly webhooks: number;
  readonly deliveredPerSecond: number;
  readonly plainPerSecond: number;
  readonly toPlain: number;
  /** From the first acceptance to the first attempt. */
  readonly firstMs: number;
  /** From accepting to on disk. */
  readonly acceptedP50: number;
  readonly acceptedP99: number;
}

export async function measureWebhooks(count: number): Promise<WebhookFigures> {
  const receiver = await startReceiver();
  const folder = mkdtempSync(path.join(tmpdir(), 'ringcue-webhooks-'));
  try {
    // The first posts warm connections and code up, for both.
    await plainPosts(receiver.url, 200);
    const plain = count / (await secondsOf(() => plainPosts(receiver.url, count)));
    const ours = await deliver(path.join(folder, 'ringcue.db'), receiver.url, count);
    return {
      webhooks: count,
      deliveredPerSecond: Math.round(count / ours.seconds),
      plainPerSecond: Math.round(plain),
      toPlain: ratio(count / ours.seconds, plain),
      firstMs: Math.round(ours.firstMs),
      acceptedP50: median(ours.acceptedMs),
      acceptedP99: quantile(ours.acceptedMs, 0.99),
    };
  } finally {
    receiver.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function deliver(file: string, url: string, count: number) {
  const storage = openStorage(path.join(root, 'dist/database-worker.cjs'), file);
  const webhooks = createWebhooks({
    clock: systemClock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    store: storage.outbox,
    sendHttp: createHttpClient({
      authorities: () => [],
      resolveProxy: () => Promise.resolve('DIRECT'),
      proxyCredentials: () => undefined,
    }),
    revealSecret: () => undefined,
    mask: (text) => text,
    retention: () => ({ days: 30, rows: 1_000_000 }),
    isOnline: () => true,
  });
  const webhook = webhookSchema.parse({
    id: 'burst',
    name: 'Burst',
    url,
    body: { kind: 'fields', fields: [{ name: 'call', value: '${callId}' }] },
  });
  webhooks.apply({ webhooks: [webhook], templates: [] });
  await webhooks.start();
  let attempts = 0;
  let firstAt = 0;
  webhooks.events.on('attempted', () => {
    firstAt ||= performance.now();
    attempts += 1;
  });
  const began = performance.now();
  const acceptedMs: number[] = [];
  const accept = async (index: number): Promise<void> => {
    const at = performance.now();
    const sent = await webhooks.service.send('burst', {
      source: 'bench',
      eventId: `event-${index}`,
      ruleId: 'rule',
      stage: 'ringing',
      callKey: `call-${index}`,
      call: { ...emptyCallData, fields: { callId: `call-${index}` } },
    });
    if (!sent.ok) throw new Error(JSON.stringify(sent));
    acceptedMs.push(performance.now() - at);
  };
  const accepting: Promise<void>[] = [];
  for (let index = 0; index < count; index += 1) {
    accepting.push(accept(index));
    // Each event comes in a message of its own.
    await immediate();
  }
  await Promise.all(accepting);
  await until(() => attempts >= count || undefined, 'all webhooks', 120_000);
  const seconds = (performance.now() - began) / 1_000;
  await webhooks.stop();
  await storage.close();
  return { seconds, firstMs: firstAt - began, acceptedMs };
}

async function secondsOf(run: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await run();
  return (performance.now() - began) / 1_000;
}

async function plainPosts(url: string, count: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: plainAtOnce });
  let left = count;
  const one = async (): Promise<void> => {
    while (left-- > 0) await plainPost(url, agent);
  };
  await Promise.all(Array.from({ length: plainAtOnce }, one));
  agent.destroy();
}

function plainPost(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = post(url, { method: 'POST', agent }, (response) => {
      response.resume().once('end', resolve);
    });
    sent.once('error', reject);
    sent.end('{"call":"call-1"}');
  });
}

async function startReceiver(): Promise<{ url: string; stop: () => void }> {
  const process_ = spawn(process.execPath, [path.join(import.meta.dirname, 'receiver.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(process_.stdout, 'data')) as [Buffer];
  return { url: `http://127.0.0.1:${port.toString().trim()}/`, stop: () => process_.kill() };
}
