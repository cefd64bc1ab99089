/** The code that V8 makes of dist/main.cjs, so that no start has to compile it (electron/boot.ts). */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

const dist = path.join(root, 'dist');

/** Chromium does not sandbox what root runs. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Milliseconds; it takes half a second. */
const patience = 60_000;

/** For the configuration of the main bundle: code of an earlier build must never run in the place of this one's. */
export const dropCodeCache = {
  name: 'drop-code-cache',
  buildStart() {
    if (!existsSync(dist)) return;
    for (const name of readdirSync(dist)) {
      if (/^main\..*\.v8$/.test(name)) rmSync(path.join(dist, name));
    }
  },
};

/**
 * @param {{executable: string}} electron of this computer's system and processor; packages for others are compiled at each start
 */
export function writeCodeCache({ executable }) {
  const target = path.join(dist, `main.${process.platform}-${process.arch}.v8`);
  const app = path.join(root, 'build/lib/code-cache');
  const args = [...asRoot, app, path.join(dist, 'main.cjs'), target];
  const { status, stderr } = spawnSync(executable, args, { encoding: 'utf8', timeout: patience });
  if (!existsSync(target)) throw new Error(`Electron compiled nothing (${status}): ${stderr}`);
}
