import { Dice } from './mutate.ts';
import type { FuzzTarget } from './targets.ts';

export interface FuzzResult {
  readonly target: string;
  readonly runs: number;
  readonly crashes: number;
  /** Runs over a second; of mappings, over the time in which they are stopped twice. */
  readonly hangs: number;
  readonly privileged: number;
  readonly rssGrowthMb: number;
  /** Seeds of what went wrong, to run it again. */
  readonly seeds: readonly number[];
  readonly firstProblem: string;
}

const megabyte = 1024 * 1024;
const hangAfter = (name: string): number => (name === 'mappings' ? 10_000 : 1_000);

/**
 * Runs a target with one seed after the other, until `goesOn` says no. Every run can be had again by its seed.
 */
export async function fuzzRound(
  target: FuzzTarget,
  firstSeed: number,
  goesOn: (runs: number) => boolean,
): Promise<FuzzResult> {
  const before = process.memoryUsage.rss();
  const found = { crashes: 0, hangs: 0, privileged: 0, firstProblem: '' };
  const seeds: number[] = [];
  let runs = 0;
  for (; goesOn(runs); runs += 1) {
    const seed = firstSeed + runs;
    const startedAt = performance.now();
    const countBefore = found.crashes + found.hangs + found.privileged;
    try {
      if (await target.run(new Dice(seed))) found.privileged += 1;
    } catch (error) {
      found.crashes += 1;
      found.firstProblem ||=
        error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    if (performance.now() - startedAt > hangAfter(target.name)) found.hangs += 1;
    if (found.crashes + found.hangs + found.privileged > countBefore) seeds.push(seed);
  }
  target.end();
  const rssGrowthMb = Math.round((process.memoryUsage.rss() - before) / megabyte);
  return { target: target.name, runs, ...found, rssGrowthMb, seeds: seeds.slice(0, 20) };
}
