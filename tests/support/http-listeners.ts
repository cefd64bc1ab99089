import { HttpListeners } from '../../electron/features/sources/http/http-listeners.ts';
import { listenLimits } from '../../electron/features/sources/http/listen-limits.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { listenHttp } from '../../electron/platform/network/listen-http.ts';
import type { ListenLimits } from '../../electron/platform/ports/http-listener.ts';
import { KeptValues } from '../../electron/platform/storage/kept-values.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A store that is a map: what was kept outlives the desk of a test. */
export function mapStore(notes = new Map<string, string>()) {
  return {
    all: () => Promise.resolve([...notes].map(([name, value]) => ({ name, value }))),
    set: (name: string, value: string) => Promise.resolve(void notes.set(name, value)),
  };
}

/** The real listeners of a desk, on real ports of this computer. */
export const testListeners = (
  kept = new KeptValues(mapStore(), 'listener:', systemClock, log),
  limits: Partial<ListenLimits> = {},
): HttpListeners =>
  new HttpListeners({
    listen: listenHttp,
    limits: { ...listenLimits, ...limits },
    kept,
    pageText: () => ({ language: 'en', text: 'Ringcue has received the call.' }),
  });
