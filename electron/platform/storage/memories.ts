import type { Clock } from '../clock.ts';
import type { Log } from '../logging/log.ts';
import { KeptValues } from './kept-values.ts';
import type { ValueStore } from './storage.ts';

/** Values stored by name, separately for each kind. */
export function createMemories(store: ValueStore, clock: Clock, log: Log) {
  const memory = (prefix: string) => new KeptValues(store, prefix, clock, log);
  const memories = {
    /** How far each source was read. */
    positions: memory('position:'),
    /** Ports that were chosen for this computer's own addresses. */
    listeners: memory('listener:'),
    /** Where popups stood. */
    placements: memory('placement:'),
    /** Notes on calls that were not sent yet. */
    drafts: memory('draft:'),
    /** Missed calls that the agent has not seen. */
    missed: memory('missed:'),
    /** What administration keeps on this computer alone. */
    admin: memory('admin:'),
  };
  const all = Object.values(memories);
  return {
    ...memories,
    async load(): Promise<void> {
      await Promise.all(all.map((one) => one.load()));
    },
    /** Never throws: it is called at quit. */
    async flush(): Promise<void> {
      await Promise.all(all.map((one) => one.flush()));
    },
  };
}
