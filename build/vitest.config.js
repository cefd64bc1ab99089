import path from 'node:path';
import { root } from './lib/paths.mjs';

const folder = (name) => path.join(root, 'tests', name);
/** They make a network of their own: Chromium in every other test would drop its connections, as its computer's network changed. */
const alone = ['network-cut', 'sleep-and-clock'].map((name) => `${folder('e2e')}/${name}.test.ts`);

export default {
  root,
  configFile: false,
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root,
          include: [
            `${folder('unit')}/**/*.test.{ts,tsx}`,
            `${folder('integration')}/**/*.test.ts`,
          ],
          // Vitest leaves one core of two idle otherwise.
          maxWorkers: 2,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          root,
          include: [`${folder('e2e')}/**/*.test.ts`],
          exclude: alone,
          // Two cores: two apps at once at most. A slow machine must not fail: tests wait for conditions.
          maxWorkers: 2,
          // A window manager under load is beyond our control; lib/second-tries.mjs lists what needed this.
          retry: 1,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        test: {
          name: 'alone',
          root,
          include: alone,
          maxWorkers: 1,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        test: {
          name: 'packaged',
          root,
          include: [`${folder('packaged')}/**/*.test.ts`],
          globalSetup: `${folder('packaged')}/make-images.ts`,
          maxWorkers: 1,
          testTimeout: 180_000,
        },
      },
    ],
  },
};
