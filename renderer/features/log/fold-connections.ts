import type { ShownLogEntry } from '../../../shared/contract/views.ts';

/** Changes of one connection in a row, which say one thing: it comes and goes. */
export interface FoldedEntries {
  readonly source: string;
  /** As they stand in the list; the first stands for all. */
  readonly entries: readonly [ShownLogEntry, ...ShownLogEntry[]];
}

/** From so many on they are one line: fewer are a start or one outage. */
const leastFolded = 3;

/** The entries of a page with the changes of a connection that follow one another in one. */
export function foldConnections(
  entries: readonly ShownLogEntry[],
): readonly (ShownLogEntry | FoldedEntries)[] {
  const runs: (readonly [ShownLogEntry, ...ShownLogEntry[]])[] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (
      run !== undefined &&
      sourceOf(entry) !== undefined &&
      sourceOf(run[0]) === sourceOf(entry)
    ) {
      runs[runs.length - 1] = [...run, entry];
    } else runs.push([entry]);
  }
  return runs.flatMap((run): readonly (ShownLogEntry | FoldedEntries)[] =>
    run.length < leastFolded ? run : [{ source: sourceOf(run[0]) ?? '', entries: run }],
  );
}

const sourceOf = (entry: ShownLogEntry): string | undefined =>
  entry.kind === 'connection' ? entry.facts.source : undefined;
