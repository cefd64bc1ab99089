import type { ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import { listParts } from '../../../shared/model/list-parts.ts';

/**
 * At which revision of the configuration each definition became what it is now, by `part/id`: an editor names the
 * one it opened, so that a change from elsewhere (an import, an undo, a second window) is noticed.
 */
export function definitionRevisions(
  now: ConfigSnapshot,
  before: ConfigSnapshot | undefined,
): ConfigSnapshot['revisions'] {
  const entries = listParts.flatMap((part) => {
    const earlier = new Map(before?.[part].map((item) => [item.id, item]));
    return now[part].map((item): [string, number] => {
      const key = `${part}/${item.id}`;
      const then = earlier.get(item.id);
      const isSame = then === item || JSON.stringify(then) === JSON.stringify(item);
      return [key, (isSame ? before?.revisions[key] : undefined) ?? now.revision];
    });
  });
  return Object.fromEntries(entries);
}
