/**
 * `npm run -s chaos -- --kills N --json`: the real app takes call events and sends a webhook for each to a
 * receiver that fails at random, and is ended with SIGKILL at random moments. Prints what was accepted,
 * delivered, lost and delivered twice; a duplicate must carry the id of the first.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import { bundle } from '../../build/bundle.mjs';
import { root } from '../../build/lib/paths.mjs';
import { findElectron } from '../../build/lib/runtime.mjs';
import { startDesktop } from '../../build/lib/system.mjs';
import { openDatabase } from '../../electron/platform/storage/database.ts';
import { writeConfig } from '../support/config.ts';
import { callEvent } from '../support/events.ts';
import { until } from '../support/until.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  },
});
const kills = z.coerce.number().int().min(1).max(10_000).parse(values.kills);

/** A small generator (mulberry32), so that a run can be repeated. */
let state = Number(values.seed);
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}

/** What the receiver was sent, and what it said it took. */
const received = { taken: new Map<string, number>(), idsOfCall: new Map<string, Set<string>>() };

function startReceiver() {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      const id = String(request.headers['webhook-id']);
      const { call } = z
        .object({ call: z.string() })
        .parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      const ids = received.idsOfCall.get(call) ?? new Set<string>();
      received.idsOfCall.set(call, ids.add(id));
      const luck = random();
      if (luck < 0.1) {
        request.socket.destroy();
        return;
      }
      if (luck < 0.25) {
        response.writeHead(503).end();
        return;
      }
      received.taken.set(id, (received.taken.get(id) ?? 0) + 1);
      // Some answers come too late for an app that is killed in between.
      setTimeout(() => response.writeHead(204).end(), luck < 0.5 ? 150 : 0);
    });
  });
  return new Promise<{ url: string; stop: () => void }>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const stop = (): void => {
        server.closeAllConnections();
        server.close();
      };
      resolve({ url: `http://127.0.0.1:${port}/calls`, stop });
    });
  });
}

/**
 * Keeps every event and sends, after a reconnect, what came after the last one the desk has handled: first
 * that, then what is new. A new one before it would say to the desk that it had seen the others.
 */
function startEvents() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  const subscribed = new Set<WebSocket>();
  const events: string[] = [];
  server.on('connection', (socket) => {
    socket.on('message', (message) => {
      const { since } = z
        .object({ since: z.string() })
        .parse(JSON.parse(Buffer.from(message as Buffer).toString('utf8')));
      const from = since === '' ? 0 : Number(since.slice(1)) + 1;
      for (const event of events.slice(from)) socket.send(event);
      subscribed.add(socket);
    });
    socket.on('close', () => subscribed.delete(socket));
  });
  const publish = (): void => {
    const index = events.length;
    const event = callEvent('hangup', { callId: `c${index}` }, `e${index}`);
    events.push(JSON.stringify(event));
    for (const socket of subscribed) socket.send(events[index] ?? '');
  };
  const timer = setInterval(publish, 25);
  return new Promise<{ url: string; count: () => number; pause: () => void; stop: () => void }>(
    (resolve) => {
      server.once('listening', () => {
        const { port } = server.address() as AddressInfo;
        resolve({
          url: `ws://127.0.0.1:${port}`,
          count: () => events.length,
          pause: () => clearInterval(timer),
          stop() {
            clearInterval(timer);
            for (const socket of server.clients) socket.terminate();
            server.close();
          },
        });
      });
    },
  );
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringcue-chaos-'));
  const [electron, receiver, events] = [
    await findElectron(),
    await startReceiver(),
    await startEvents(),
  ];
  await bundle(electron);
  const display =
    process.platform === 'linux' && process.env['DISPLAY'] === undefined
      ? await startDesktop()
      : undefined;
  const config = writeConfig(folder, {
    version: 3,
    agent: { id: '83' },
    sources: [
      {
        id: 'pbx',
        name: 'PBX',
        transport: { type: 'websocket', url: events.url, subscribe: { since: '${lastEventId}' } },
      },
    ],
    webhooks: [
      {
        id: 'w',
        name: 'Calls',
        url: receiver.url,
        body: { kind: 'fields', fields: [{ name: 'call', value: '{{callId}}' }] },
        timeoutSeconds: 2,
      },
    ],
    rules: [
      {
        id: 'h',
        name: 'H',
        when: { stage: 'hangup' },
        actions: [{ do: 'send', webhook: 'w' }],
      },
    ],
    settings: { retention: { days: 365, deliveries: 1_000_000 } },
  });
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const start = (): ChildProcess =>
    spawn(
      electron.executable,
      [...(asRoot ? ['--no-sandbox'] : []), root, '--user-data-dir', folder, '--config', config],
      {
        stdio: 'ignore',
        env: {
          ...process.env,
          // Three days of retries in three quarters of an hour at most.
          RINGCUE_TEST_CLOCK_SPEED: '100',
          ...(display && { DISPLAY: display.display }),
        },
      },
    );
  const log = path.join(folder, 'logs/ringcue.log');
  appendFileSync(path.join(folder, 'marker'), '');
  /** Told by the app itself, also where it was killed a moment later. */
  const accepted = new Set<string>();
  const readLog = (): void => {
    try {
      for (const [, id = ''] of readFileSync(log, 'utf8').matchAll(
        /delivery accepted.*?(msg_[\w-]+)/g,
      )) {
        accepted.add(id);
      }
    } catch {
      // Killed before it wrote a line.
    }
  };
  let running: ChildProcess | undefined;
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      running = start();
      // From the middle of its start to the middle of its work.
      await wait(500 + random() * 2_000);
      running.kill('SIGKILL');
      await new Promise((resolve) => running?.once('exit', resolve));
      readLog();
    }
    events.pause();
    running = start();
    await until(
      () => {
        readLog();
        return received.taken.size >= events.count() ? true : undefined;
      },
      'everything to be delivered',
      45 * 60_000,
    ).catch((error: unknown) => console.error(String(error)));
    running.kill('SIGKILL');
    await new Promise((resolve) => running?.once('exit', resolve));
    readLog();
    const database = openDatabase(path.join(folder, 'ringcue.db')).operations;
    for (let offset = 0; ; offset += 1_000) {
      const { rows } = database.outbox.list({ search: '', offset, limit: 1_000 });
      for (const { id } of rows) accepted.add(id);
      if (rows.length < 1_000) break;
    }
    database.file.close();
    const delivered = [...accepted].filter((id) => received.taken.has(id));
    const twice = [...received.taken].filter(([, count]) => count > 1);
    console.log(
      JSON.stringify({
        kills,
        events: events.count(),
        accepted: accepted.size,
        delivered: delivered.length,
        lost: accepted.size - delivered.length,
        duplicates: twice.reduce((sum, [, count]) => sum + count - 1, 0),
        /** Calls whose repetitions did not all carry the first id. */
        duplicateIds: [...received.idsOfCall.values()].filter(({ size }) => size > 1).length,
        eventsLost: events.count() - received.idsOfCall.size,
      }),
    );
  } finally {
    running?.kill('SIGKILL');
    events.stop();
    receiver.stop();
    display?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
