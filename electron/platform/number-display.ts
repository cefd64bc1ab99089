import type { ConfigSnapshot } from '../../shared/config/resolve-layers.ts';
import { displayNumber } from '../../shared/text/number-format.ts';

/** More numbers than a desk shows at a time. */
const mostKnown = 1_000;

/**
 * Writes numbers as this desk is set. Each is worked out once: the desk's calls are shown again with every
 * event, and reading a number takes longer than all the rest of it.
 */
export function createNumberDisplay(
  snapshot: () => Pick<ConfigSnapshot, 'revision' | 'settings' | 'sources'>,
): (number: string) => string {
  const known = new Map<string, string>();
  let own: ReadonlySet<string> = new Set();
  let revision: number | undefined;
  return (number) => {
    const now = snapshot();
    if (now.revision !== revision || known.size >= mostKnown) {
      known.clear();
      revision = now.revision;
      own = new Set(now.sources.flatMap(({ feed }) => feed?.country ?? []));
    }
    const shown = known.get(number) ?? displayNumber(number, now.settings.numberFormat, own);
    known.set(number, shown);
    return shown;
  };
}
