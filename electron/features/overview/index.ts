import type { Overview, OverviewSearch } from '../../../shared/model/overview.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { Clock } from '../../platform/clock.ts';
import type { OverviewStore } from '../../platform/storage/storage.ts';
import { sourceUptime } from './source-uptime.ts';

interface Deps {
  readonly store: OverviewStore;
  readonly clock: Clock;
  readonly sources: () => readonly Source[];
}

/** How this computer fares, in numbers. */
export function createOverview({ store, clock, sources }: Deps) {
  const started = clock.now();
  return {
    async read(search: OverviewSearch): Promise<Overview> {
      const { phases, ...figures } = await store.read(search);
      const from = search.edges[0] ?? 0;
      const to = Math.min(clock.now(), search.edges.at(-1) ?? 0);
      return {
        ...figures,
        // The log names a source as it was called then.
        uptimes: sources().map(({ name }) =>
          sourceUptime(
            name,
            phases.filter(({ source }) => source === name),
            { from, to, started },
          ),
        ),
      };
    },
  };
}

export type OverviewFeature = ReturnType<typeof createOverview>;
