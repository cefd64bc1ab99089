import { afterAll, beforeAll } from 'vitest';
import { startDesktop } from '../../build/lib/system.mjs';

/** A display with a window manager for this file alone: other tests' windows would take the focus of its own. */
export function useOwnDesktop(): void {
  const shared = process.env['DISPLAY'];
  let desktop: Awaited<ReturnType<typeof startDesktop>> | undefined;
  beforeAll(async () => {
    desktop = await startDesktop();
    process.env['DISPLAY'] = desktop.display;
  });
  afterAll(() => {
    desktop?.stop();
    process.env['DISPLAY'] = shared;
  });
}
