/**
 * `npm run -s scale -- --transport websocket|nats|mqtt --clients N --json`: N desks, with the app's own transports,
 * against the real server on this machine. The server is ended and started again under them; then one event
 * goes to each. Prints how long they took to come back, how events fanned out, and what was lost.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  startEventNode,
  startMosquitto,
  startNats,
  type RunningBus,
} from '../support/bus-processes.ts';
import { publishEach } from '../support/bus-clients.ts';
import { until } from '../support/until.ts';
import { startNatsGateway } from './nats-gateway.ts';

const { values } = parseArgs({
  options: {
    transport: { type: 'string', default: 'websocket' },
    clients: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
  },
});
const settings = z
  .object({
    transport: z.enum(['websocket', 'nats', 'mqtt']),
    clients: z.coerce.number().int().min(4).max(50_000),
  })
  .parse(values);

/** Processes that hold the clients: one thread cannot serve them all. */
const processes = 4;

const reportSchema = z.union([
  z.object({ kind: z.literal('connected'), at: z.number() }),
  z.object({ kind: z.literal('received'), round: z.number(), latency: z.number() }),
]);

const servers = { websocket: startEventNode, nats: startNats, mqtt: startMosquitto };

interface Round {
  readonly latencies: number[];
}

async function main(): Promise<void> {
  const { transport, clients } = settings;
  const folder = mkdtempSync(path.join(tmpdir(), 'ringcue-scale-'));
  const bus = await servers[transport](folder);
  const workers: ChildProcess[] = [];
  let stopGateway: () => void = () => undefined;
  try {
    if (transport === 'nats') stopGateway = await startNatsGateway(folder, bus.tcp);
    await publishEach(transport, bus.url, 0, ''); // makes the stream
    let connected: number[] = [];
    const rounds: Round[] = [{ latencies: [] }, { latencies: [] }];
    const started = Date.now();
    for (let index = 0; index < processes; index += 1) {
      const from = Math.floor((clients * index) / processes);
      const to = Math.floor((clients * (index + 1)) / processes);
      const worker = fork(path.join(import.meta.dirname, 'scale-clients.ts'), [
        transport,
        bus.url,
        String(from),
        String(to),
      ]);
      worker.on('message', (message) => {
        for (const report of z.array(reportSchema).parse(message)) {
          if (report.kind === 'connected') connected.push(report.at);
          else rounds[report.round]?.latencies.push(report.latency);
        }
      });
      workers.push(worker);
    }
    const all = (list: () => readonly unknown[], what: string, patience = 300_000) =>
      until(() => (list().length >= clients ? true : undefined), what, patience);
    await all(() => connected, 'all clients to connect');
    const connectSeconds = (Date.now() - started) / 1000;
    await publishEach(transport, bus.url, clients, 'round 0');
    await all(() => rounds[0]?.latencies ?? [], 'the first event of all clients');

    const memory = serverMegabytes(bus);
    connected = [];
    // mosquitto writes its sessions at its end and every so often: a cut in between loses some of them.
    await (transport === 'mqtt' ? bus.stop() : bus.kill());
    // Long enough for every client to be at its longest delay.
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    await bus.start();
    const back = Date.now();
    await publishEach(transport, bus.url, clients, 'round 1');
    await all(() => connected, 'all clients to come back');
    await all(() => rounds[1]?.latencies ?? [], 'the second event of all clients', 60_000).catch(
      () => undefined,
    );
    report({
      transport,
      clients,
      connectSeconds,
      serverMegabytes: memory,
      fanOutMs: quantiles(rounds[0]?.latencies ?? []),
      comeBackMs: quantiles(connected.map((at) => at - back)),
      busiest100msPercent: busiest(connected.map((at) => at - back)),
      lost: rounds.reduce((sum, { latencies }) => sum + clients - latencies.length, 0),
    });
  } finally {
    for (const worker of workers) worker.kill();
    stopGateway();
    await bus.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

function quantiles(list: readonly number[]) {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** Share of all that fell into the fullest tenth of a second. */
function busiest(times: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const time of times) {
    const slot = Math.floor(time / 100);
    counts.set(slot, (counts.get(slot) ?? 0) + 1);
  }
  return Math.round((1000 * Math.max(...counts.values())) / times.length) / 10;
}

const serverMegabytes = ({ pid }: RunningBus): number => {
  const status = readFileSync(`/proc/${pid()}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
};

function report(result: Readonly<Record<string, unknown>>): void {
  console.log(values.json ? JSON.stringify(result) : JSON.stringify(result, null, 2));
}

await main();
