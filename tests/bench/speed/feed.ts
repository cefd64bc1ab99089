/** A feed of all agents' calls into a desk with many rules: what it costs the desk's main process. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { _electron, type ElectronApplication } from 'playwright';
import { root } from '../../../build/lib/paths.mjs';
import { oneCrmConfig, writeConfig, type ConfigFile } from '../../support/config.ts';
import { ownEvent, sendOthers, startPhoneSystem } from './phone-system.ts';
import { rootArguments, type Machine } from './ringcue-process.ts';

const perSecond = 1_000;
/** Milliseconds in which the desk comes to rest. */
const settled = 4_000;

export interface FeedFigures {
  readonly rules: number;
  readonly events: number;
  readonly seconds: number;
  /** Milliseconds by which timers of the main process were late. */
  readonly delayP99Ms: number;
  readonly delayMaxMs: number;
  /** Milliseconds from a call's event, behind all of them, to the request for its page. */
  readonly ownCallMs: number;
  /** Memory of the main process in use after a collection, afterwards to before. */
  readonly memoryGrowth: number;
  /** Kilobytes a second that the main process and its database gave to the disk. */
  readonly diskKbPerSecond: number;
}

export async function measureFeed(
  machine: Machine,
  { rules, seconds }: { readonly rules: number; readonly seconds: number },
): Promise<FeedFigures> {
  const phones = await startPhoneSystem();
  const crm = await startCrm();
  const folder = mkdtempSync(path.join(tmpdir(), 'ringcue-bench-'));
  const connecting = phones.connected();
  const app = await launch(machine, folder, manyRules({ events: phones.url, crm: crm.url }, rules));
  try {
    const socket = await connecting;
    await wait(settled);
    const memory = await memoryOf(app);
    const written = writtenBy(app);
    await watchLoop(app);
    const stop = sendOthers(socket, perSecond);
    await wait(seconds * 1_000);
    const events = stop();
    const sentAt = performance.now();
    socket.send(ownEvent('ringing', 'own'));
    await crm.visited;
    const ownCallMs = round(performance.now() - sentAt);
    const delay = await loopDelay(app);
    const disk = (writtenBy(app) - written) / 1024 / seconds;
    await wait(settled);
    return {
      rules,
      events,
      seconds,
      delayP99Ms: round(delay.p99),
      delayMaxMs: round(delay.max),
      ownCallMs,
      memoryGrowth: round((await memoryOf(app)) / memory),
      diskKbPerSecond: round(disk),
    };
  } finally {
    await app.close();
    phones.stop();
    crm.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;

const launch = (
  { executable, display }: Machine,
  folder: string,
  config: ConfigFile,
): Promise<ElectronApplication> =>
  _electron.launch({
    executablePath: executable,
    args: [
      ...rootArguments,
      '--js-flags=--expose-gc',
      root,
      '--user-data-dir',
      path.join(folder, 'data'),
      '--config',
      writeConfig(folder, config),
    ],
    env: { ...process.env, DISPLAY: display },
  });

/** Rules of a large site, each for a queue that is not this call's; and the one that opens the own call's popup. */
function manyRules(urls: { events: string; crm: string }, count: number): ConfigFile {
  const config = oneCrmConfig(urls.events, { url: urls.crm });
  const rules = Array.from({ length: count - 1 }, (_, index) => ({
    id: `rule-${index}`,
    name: `Rule ${index}`,
    when: { stage: index % 2 === 0 ? ('ringing' as const) : ('answered' as const) },
    which: { queues: [`Queue ${index % 4_000}`] },
    actions: [{ do: 'popup' as const, popup: 'crm' }],
  }));
  return { ...config, rules: [...rules, ...(config.rules ?? [])] };
}

async function startCrm() {
  let arrived: () => void = () => undefined;
  const visited = new Promise<void>((resolve) => (arrived = resolve));
  const server = createServer((_request, response) => {
    arrived();
    response.end('<h1>CRM</h1>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address === 'string' || address === null) throw new Error('no address');
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${address.port}/call`, visited, stop };
}

/** Bytes of the main process in use, after a collection. */
const memoryOf = (app: ElectronApplication): Promise<number> =>
  app.evaluate(() => {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  });

/** Bytes that the main process, with its database, handed to the disk. */
function writtenBy(app: ElectronApplication): number {
  const io = readFileSync(`/proc/${app.process().pid ?? 0}/io`, 'utf8');
  return Number(/^write_bytes: (\d+)/m.exec(io)?.[1] ?? 0);
}

/** How late a timer of ten milliseconds comes, from now on. */
const watchLoop = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    const late: number[] = [];
    let due = performance.now() + 10;
    setInterval(() => {
      const now = performance.now();
      late.push(Math.max(0, now - due));
      due = now + 10;
    }, 10);
    Object.assign(globalThis, { benchLate: late });
  });

const loopDelay = (app: ElectronApplication): Promise<{ p99: number; max: number }> =>
  app.evaluate(() => {
    const found: unknown = Reflect.get(globalThis, 'benchLate');
    const late = Array.isArray(found) ? found.map(Number).sort((a, b) => a - b) : [];
    return { p99: late[Math.floor(late.length * 0.99)] ?? NaN, max: late.at(-1) ?? NaN };
  });
