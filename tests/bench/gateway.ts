/**
 * `npm run -s gateway:bench -- --desks N --json`: N desks at the real gateway, and webhooks for single agents. Prints how
 * long an event takes from the request to the desk, how long the answer takes, and the memory, beside a bare Fastify
 * with ws in the same run. `--warm-up N` events come first and are not counted; `--profile FOLDER` keeps a CPU profile of the
 * gateway.
 */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { bundleGateway } from '../../build/lib/gateway-bundle.mjs';
import { root } from '../../build/lib/paths.mjs';
import { tokenHash } from '../../gateway/hub/credentials.ts';
import { openRecords } from '../../gateway/store/store-operations.ts';
import { callEvent } from '../support/events.ts';
import { freePort } from '../support/free-port.ts';
import { until } from '../support/until.ts';
import { poster, preciseNow, quantiles } from './gateway-load.ts';

const { values } = parseArgs({
  options: {
    desks: { type: 'string', default: '10000' },
    events: { type: 'string', default: '3000' },
    rate: { type: 'string', default: '200' },
    'warm-up': { type: 'string', default: '600' },
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const settings = z
  .object({
    desks: z.coerce.number().int().min(4).max(20_000),
    events: z.coerce.number().int().min(10).max(100_000),
    rate: z.coerce.number().min(1).max(5_000),
    warmUp: z.coerce.number().int().min(0).max(100_000),
  })
  .parse({ ...values, warmUp: values['warm-up'] });

const processes = 4;
const secret = 'secret-of-the-bench-0123456789';

interface Subject {
  readonly child: ChildProcess;
  readonly port: number;
  readonly pathFor: (agent: number) => string;
}

async function startOurs(folder: string): Promise<Subject> {
  const program = await bundleGateway(path.join(root, '.cache', `gateway-${process.pid}`));
  const port = await freePort();
  const data = path.join(folder, 'data');
  const file = path.join(folder, 'gateway.json');
  const ids = Array.from({ length: settings.desks }, (_, index) => String(index));
  const feed = {
    name: 'bench',
    dialect: 'cloudevents',
    authentication: { type: 'path', secret },
    perSecond: 100_000,
  };
  writeFileSync(
    file,
    JSON.stringify({ data, listen: { port }, agents: ids.map((id) => ({ id })), feeds: [feed] }),
  );
  const start = (flags: readonly string[] = []): ChildProcess =>
    spawn(process.execPath, [...flags, program, file], { stdio: 'ignore' });
  const first = start(); // makes the database
  await answers(port, '/healthz');
  first.kill();
  await new Promise((resolve) => first.once('exit', resolve));
  const { desks, close } = openRecords(data);
  for (const id of ids) {
    desks.addCode(id, id, Date.now() + 60_000);
    desks.enrol(id, tokenHash('t'.repeat(40) + id), `desk-${id}`, Date.now());
  }
  close();
  const { profile } = values;
  const child = start(
    profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profile)}`],
  );
  await answers(port, '/healthz');
  return { child, port, pathFor: () => `/in/bench/${secret}` };
}

async function startBare(): Promise<Subject> {
  const port = await freePort();
  const file = path.join(import.meta.dirname, 'bare-gateway.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', file, String(port)], {
    stdio: 'ignore',
  });
  await answers(port, '/');
  return { child, port, pathFor: (agent) => `/in/${agent}` };
}

const answers = (port: number, at: string): Promise<true> =>
  until(async () => {
    const response = await fetch(`http://127.0.0.1:${port}${at}`).catch(() => undefined);
    return response === undefined ? undefined : true;
  }, 'the server');

async function measure({ child, port, pathFor }: Subject) {
  const latencies: number[] = [];
  const clients: ChildProcess[] = [];
  const load = poster(port);
  try {
    clients.push(...(await connectDesks(port, latencies)));
    const acknowledged: number[] = [];
    const posts: Promise<void>[] = [];
    for (let index = -settings.warmUp; index < settings.events; index += 1) {
      const agent = Math.floor(Math.random() * settings.desks);
      const event = callEvent('ringing', {
        callId: `c${index}`,
        agent: { id: String(agent) },
        sentAt: preciseNow(),
        isWarmUp: index < 0,
      });
      posts.push(
        load.post(pathFor(agent), event).then(({ status, took }) => {
          if (status === 200 && index >= 0) acknowledged.push(took);
        }),
      );
      await wait(1000 / settings.rate);
    }
    await Promise.all(posts);
    await until(
      () => (latencies.length >= acknowledged.length ? true : undefined),
      'every event at its desk',
    ).catch(() => undefined);
    return {
      toDeskMs: quantiles(latencies),
      acknowledgedMs: quantiles(acknowledged),
      megabytes: megabytes(child),
      lost: settings.events - latencies.length,
    };
  } finally {
    load.stop();
    for (const client of clients) client.kill();
    await ended(child);
  }
}

/** With a farewell, as a profile is written then. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([exit, wait(20_000, undefined, { ref: false })]);
  child.kill('SIGKILL');
}

async function connectDesks(port: number, latencies: number[]): Promise<ChildProcess[]> {
  const { desks } = settings;
  let connected = 0;
  const clients = Array.from({ length: processes }, (_, index) => {
    const [from, to] = [index, index + 1].map((part) => Math.floor((desks * part) / processes));
    const args = [String(port), '/desk', String(from), String(to)];
    const client = fork(path.join(import.meta.dirname, 'gateway-desks.ts'), args);
    client.on('message', (message) => {
      if (message === 'connected') connected += 1;
      else latencies.push(z.number().parse(message));
    });
    return client;
  });
  await until(() => (connected === processes ? true : undefined), 'all desks', 300_000);
  return clients;
}

const megabytes = ({ pid }: ChildProcess): number =>
  Math.round(
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
  );

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringcue-gateway-bench-'));
  try {
    const bare = await measure(await startBare());
    const gateway = await measure(await startOurs(folder));
    const ratio = Math.round((100 * gateway.toDeskMs.p99) / bare.toDeskMs.p99) / 100;
    const result = { ...settings, gateway, bare, ratioOfP99: ratio };
    console.log(values.json ? JSON.stringify(result) : JSON.stringify(result, null, 2));
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(path.join(root, '.cache', `gateway-${process.pid}`), { recursive: true, force: true });
  }
}

await main();
