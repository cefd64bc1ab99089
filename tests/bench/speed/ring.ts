/** From the phone system's "ringing" to the CRM page's pixels on the X screen, in turn for all ways there are. */
import { execFileSync, spawn } from 'node:child_process';
import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { oneCrmConfig, type ConfigFile } from '../../support/config.ts';
import { median, monotonicMs, quantile, ratio } from './figures.ts';
import { ownEvent, sendOthers, startPhoneSystem, type PhoneSystem } from './phone-system.ts';
import {
  startReference,
  startRingcue,
  type Machine,
  type Program,
  type ReferenceMode,
} from './ringcue-process.ts';

/**
 * Three reference apps, then ours: a new window, the same encrypted, while colleagues' calls come in, reused, and with the desk
 * minimized, without the mini card and with it.
 */
const modes = [
  ...(['bare', 'prepared', 'reused'] as const),
  ...(['new', 'encrypted', 'busy', 'ours-reused', 'without-card', 'with-card'] as const),
];
type Mode = (typeof modes)[number];

/** What a way is compared with: the least that does the same, or the same without the card. */
const floors: Readonly<Partial<Record<Mode, Mode>>> = {
  reused: 'reused',
  'ours-reused': 'reused',
  'with-card': 'without-card',
};

/** Milliseconds: until a program has done what it does after its start. */
const settled = 4_000;
/** Milliseconds after which a ring counts as lost. */
const lostAfter = 6_000;
/** A feed of all agents of a large site. */
const busyRate = 1_000;
/** The first rings of a program are not counted: caches are cold, and no agent sees them twice. */
const warmUp = 2;

interface Ring {
  readonly at: number;
  readonly colour: 'A' | 'B';
  request?: number;
  pixels?: number;
  done?: () => void;
}

export interface RingFigures {
  readonly mode: Mode;
  readonly rings: number;
  readonly lost: number;
  /** Milliseconds after the event was written: medians, and the 95th percentile of the pixels. */
  readonly requestMs: number;
  readonly pixelsMs: number;
  readonly p95Ms: number;
  readonly toBare: number;
  /** To the reference: prepared, reused, or the same without the mini card. */
  readonly toFloor: number;
}

interface Options {
  /** Rings of one program. */
  readonly rings: number;
  /** How often each program is started, in turn with the others. */
  readonly blocks: number;
}

export async function measureRings(
  machine: Machine,
  { rings, blocks }: Options,
): Promise<RingFigures[]> {
  const bench = await RingBench.start(machine);
  const found = new Map<Mode, Ring[]>(modes.map((mode) => [mode, []]));
  try {
    for (let block = 0; block < blocks; block += 1) {
      for (const mode of modes) found.get(mode)?.push(...(await bench.block(mode, rings, block)));
    }
  } finally {
    bench.stop();
  }
  return figuresOf(found);
}

function figuresOf(found: ReadonlyMap<Mode, readonly Ring[]>): RingFigures[] {
  const pixelsOf = (mode: Mode): number[] =>
    (found.get(mode) ?? []).flatMap(({ pixels }) => pixels ?? []);
  const medians = new Map(modes.map((mode) => [mode, median(pixelsOf(mode))]));
  const of = (mode: Mode): number => medians.get(mode) ?? NaN;
  return modes.map((mode) => {
    const rings = found.get(mode) ?? [];
    const shown = pixelsOf(mode);
    return {
      mode,
      rings: rings.length,
      lost: rings.length - shown.length,
      requestMs: median(rings.flatMap(({ request }) => request ?? [])),
      pixelsMs: of(mode),
      p95Ms: quantile(shown, 0.95),
      toBare: ratio(of(mode), of('bare')),
      toFloor: ratio(of(mode), of(floors[mode] ?? 'prepared')),
    };
  });
}

class RingBench {
  private current: Ring | undefined;
  private parity = 0;
  private readonly disposers: (() => void)[] = [];
  private crmUrl = '';

  private constructor(
    private readonly machine: Machine,
    private readonly phones: PhoneSystem,
  ) {}

  public static async start(machine: Machine): Promise<RingBench> {
    const bench = new RingBench(machine, await startPhoneSystem());
    await bench.startCrm();
    bench.watchScreen();
    return bench;
  }

  public stop(): void {
    this.phones.stop();
    for (const dispose of this.disposers) dispose();
  }

  /** One program from start to end. */
  public async block(mode: Mode, count: number, block: number): Promise<Ring[]> {
    const connecting = this.phones.connected();
    const program = this.program(mode);
    try {
      const socket = await connecting;
      await wait(settled);
      if (mode === 'without-card' || mode === 'with-card') this.minimizeDesk();
      const stopOthers = mode === 'busy' ? sendOthers(socket, busyRate) : undefined;
      const rings: Ring[] = [];
      for (let index = 0; index < count + warmUp; index += 1) {
        const ring = await this.ring(socket, `${mode}-${block}-${index}`);
        if (index >= warmUp) rings.push(ring);
      }
      stopOthers?.();
      return rings;
    } finally {
      await program.end();
    }
  }

  /** The card is for calls that come while the desk is out of sight. */
  private minimizeDesk(): void {
    const args = ['search', '--onlyvisible', '--name', '^Ringcue$', 'windowminimize'];
    execFileSync('xdotool', args, { env: { ...process.env, DISPLAY: this.machine.display } });
  }

  private program(mode: Mode): Program {
    const urls = { events: this.phones.url, crm: this.crmUrl };
    if (isReference(mode)) return startReference(this.machine, mode, urls);
    return startRingcue(this.machine, configOf(mode, urls));
  }

  private async ring(socket: WebSocket, callId: string): Promise<Ring> {
    const ring: Ring = { at: monotonicMs(), colour: this.parity % 2 === 0 ? 'A' : 'B' };
    this.parity += 1;
    this.current = ring;
    const shown = new Promise<void>((resolve) => (ring.done = resolve));
    socket.send(ownEvent('ringing', callId));
    await Promise.race([shown, wait(lostAfter, undefined, { ref: false })]);
    await wait(400);
    socket.send(ownEvent('hangup', callId));
    await wait(800);
    return ring;
  }

  private async startCrm(): Promise<void> {
    const server = createServer((request, response) => {
      if (request.url?.startsWith('/call') !== true) {
        response.writeHead(404).end();
        return;
      }
      const ring = this.current;
      if (ring !== undefined) ring.request ??= monotonicMs() - ring.at;
      crmPage(response, ring?.colour === 'B' ? '#00ffff' : '#ff00ff');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address === 'string' || address === null) throw new Error('no address');
    this.crmUrl = `http://127.0.0.1:${address.port}/call`;
    this.disposers.push(() => {
      server.close();
      server.closeAllConnections();
    });
  }

  private watchScreen(): void {
    const script = path.join(import.meta.dirname, 'screen-watch.py');
    const watcher = spawn('python3', [script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, DISPLAY: this.machine.display },
    });
    createInterface({ input: watcher.stdout }).on('line', (line) => {
      const [colour, nanoseconds] = line.split(' ');
      const ring = this.current;
      if (ring === undefined || colour !== ring.colour || ring.pixels !== undefined) return;
      ring.pixels = Number(nanoseconds) / 1e6 - ring.at;
      ring.done?.();
    });
    this.disposers.push(() => watcher.kill());
  }
}

const isReference = (mode: Mode): mode is ReferenceMode =>
  mode === 'bare' || mode === 'prepared' || mode === 'reused';

function configOf(mode: Mode, urls: { events: string; crm: string }): ConfigFile {
  const popup = {
    url: urls.crm,
    window:
      mode === 'ours-reused'
        ? ({ target: 'reused', close: { when: 'never' } } as const)
        : ({ target: 'window', close: { when: 'hangup' } } as const),
    ...(mode === 'encrypted' && { encryption: { key: 'a long passphrase' } }),
  };
  return oneCrmConfig(urls.events, popup, { settings: { miniCard: mode !== 'without-card' } });
}

/** A page as CRMs have it: a head, and a table that fills the window. */
function crmPage(response: ServerResponse, background: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><title>CRM</title><style>body{font:15px sans-serif;background:${background}}
table{width:100%}td{border-bottom:1px solid #ccc}</style><h1>Customer</h1>
<table>${'<tr><td>field</td><td>value</td></tr>'.repeat(60)}</table>`);
}
