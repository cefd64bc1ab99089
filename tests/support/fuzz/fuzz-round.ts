import { Dice } from './mutate.ts';
import type { FuzzTarget } from './fuzz-target.ts';

export interface FuzzResult {
  readonly target: string;
  readonly runs: number;
  readonly crashes: number;
  /**
   * Runs that took over a second of this process's own time, as a computer that does other things may let it wait, or over the time
   * in which a mapping is stopped twice.
   */
  readonly hangs: number;
  readonly privileged: number;
  readonly rssGrowthMb: number;
  /** Seeds of what went wrong, to run it again. */
  readonly seeds: readonly number[];
  readonly firstProblem: string;
}

const megabyte = 1024 * 1024;
const longestMs = { own: 1_000, inAll: 10_000 };

/**
 * Runs a target with one seed after the other, until `goesOn` says no. Every run can be had again by its seed.
 */
export async function fuzzRound(
  target: FuzzTarget,
  firstSeed: number,
  goesOn: (runs: number) => boolean,
): Promise<FuzzResult> {
  await target.begin?.();
  const before = process.memoryUsage.rss();
  const found = { crashes: 0, hangs: 0, privileged: 0, firstProblem: '' };
  const seeds: number[] = [];
  let runs = 0;
  for (; goesOn(runs); runs += 1) {
    const seed = firstSeed + runs;
    const startedAt = performance.now();
    const cpu = process.cpuUsage();
    const countBefore = found.crashes + found.hangs + found.privileged;
    try {
      if (await target.run(new Dice(seed))) found.privileged += 1;
    } catch (error) {
      found.crashes += 1;
      found.firstProblem ||=
        error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    const { user, system } = process.cpuUsage(cpu);
    const isLong = performance.now() - startedAt > longestMs.inAll;
    if (isLong || (user + system) / 1_000 > longestMs.own) found.hangs += 1;
    if (found.crashes + found.hangs + found.privileged > countBefore) seeds.push(seed);
  }
  await target.end();
  const rssGrowthMb = Math.round((process.memoryUsage.rss() - before) / megabyte);
  return { target: target.name, runs, ...found, rssGrowthMb, seeds: seeds.slice(0, 20) };
}
