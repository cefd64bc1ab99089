import { setTimeout as wait } from 'node:timers/promises';

/** Looks until there is something. What is waited for is named, so that a failure says what did not come. */
export async function until<T>(
  look: () => T | undefined | Promise<T | undefined>,
  what: string,
  patience = 30_000,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`waited ${patience} ms for ${what}`);
    await wait(20);
  }
}
