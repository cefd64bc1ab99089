import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { root } from '../../build/lib/paths.mjs';

/** Where screenshots go: to the docs when RINGCUE_SCREENS asks, else to the tests' own output. */
const folder = path.join(root, process.env['RINGCUE_SCREENS'] ?? 'tests/output/screens');

export async function screenshot(
  page: Page,
  name: string,
  scheme: 'light' | 'dark' = 'light',
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  // What moves in or out is not what a person looks at.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
        .map((one) => one.finished),
    ).then(() => undefined),
  );
  // Stopping animations by Playwright crashed Chromium 114 with a drawer open; reduced motion is enough.
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
