import { setTimeout as wait } from 'node:timers/promises';

/** Looks until there is something. What is waited for is named, so that a failure says what did not come. */
export async function until<T>(
  look: () => T | undefined | Promise<T | undefined>,
  what: string,
  patience = 30_000,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await seen(look);
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`waited ${patience} ms for ${what}`);
    await wait(20);
  }
}

/** Chromium sometimes collects the promise of a page's answer before it answers. Such a look has seen nothing. */
async function seen<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (String(error).includes('Resulting promise was garbage collected')) return undefined;
    throw error;
  }
}
