/** Cold start, from the process to the connected phone system, and memory at rest, beside the bare reference app. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { oneCrmConfig } from '../../support/config.ts';
import { median, ratio } from './figures.ts';
import { startPhoneSystem } from './phone-system.ts';
import { startReference, startRingcue, type Machine, type Program } from './ringcue-process.ts';

/** Milliseconds after which a program does nothing more on its own. */
const atRest = 6_000;
/** Nothing listens there, and nothing is asked of it before a call. */
const nowhere = 'http://127.0.0.1:9/';

interface Sample {
  readonly connectedMs: number;
  readonly memoryMb: number;
}

export interface StartFigures {
  readonly runs: number;
  readonly connectedMs: number;
  readonly bareConnectedMs: number;
  readonly startToBare: number;
  readonly memoryMb: number;
  readonly bareMemoryMb: number;
  readonly memoryToBare: number;
}

export async function measureStart(machine: Machine, runs: number): Promise<StartFigures> {
  const ours: Sample[] = [];
  const bare: Sample[] = [];
  for (let run = 0; run < runs; run += 1) {
    ours.push(
      await sample((events) => startRingcue(machine, oneCrmConfig(events, { url: nowhere }))),
    );
    bare.push(await sample((events) => startReference(machine, 'bare', { events, crm: nowhere })));
  }
  const of = (samples: readonly Sample[], name: keyof Sample): number =>
    median(samples.map((one) => one[name]));
  const [connectedMs, bareConnectedMs] = [of(ours, 'connectedMs'), of(bare, 'connectedMs')];
  const [memoryMb, bareMemoryMb] = [of(ours, 'memoryMb'), of(bare, 'memoryMb')];
  return {
    runs,
    connectedMs,
    bareConnectedMs,
    startToBare: ratio(connectedMs, bareConnectedMs),
    memoryMb,
    bareMemoryMb,
    memoryToBare: ratio(memoryMb, bareMemoryMb),
  };
}

async function sample(start: (eventsUrl: string) => Program): Promise<Sample> {
  const phones = await startPhoneSystem();
  const began = performance.now();
  const connecting = phones.connected();
  const program = start(phones.url);
  try {
    await connecting;
    const connectedMs = performance.now() - began;
    await wait(atRest);
    return { connectedMs, memoryMb: memoryOf(program.pid) };
  } finally {
    await program.end();
    phones.stop();
  }
}

/** Megabytes of a process and all that it started; what they share is counted once (PSS). */
export function memoryOf(pid: number): number {
  const parents = new Map(processes());
  const isOurs = (one: number | undefined): boolean =>
    one !== undefined && (one === pid || isOurs(parents.get(one)));
  const kilobytes = [...parents.keys()].filter(isOurs).map(pssOf);
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

/** Every process with its parent. */
function processes(): [pid: number, parent: number][] {
  return readdirSync('/proc').flatMap((name): [number, number][] => {
    const stat = /^\d+$/.test(name) ? readIfThere(`/proc/${name}/stat`) : '';
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    return parent === undefined ? [] : [[Number(name), Number(parent)]];
  });
}

function pssOf(pid: number): number {
  const found = /^Pss:\s+(\d+)/m.exec(readIfThere(`/proc/${pid}/smaps_rollup`));
  return Number(found?.[1] ?? 0);
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}
