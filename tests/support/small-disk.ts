import { spawnSync } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** A disk of its own, gone with the test. @returns its folder; undefined where only root may make one */
export function smallDisk(size: string): string | undefined {
  const folder = temporaryFolder();
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  if (made.status !== 0) return undefined;
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
}

/** Takes all room but some bytes, while others may write, too. @returns gives it back */
export function fillDisk(folder: string, but = 0): () => void {
  const filler = path.join(folder, 'filler');
  const file = openSync(filler, 'w');
  for (const size of [1_048_576, 4_096]) writeUntilFull(file, Buffer.alloc(size));
  ftruncateSync(file, Math.max(0, fstatSync(file).size - but));
  closeSync(file);
  return () => rmSync(filler);
}

function writeUntilFull(file: number, bytes: Buffer): void {
  try {
    for (;;) writeSync(file, bytes);
  } catch {
    // As full as it gets.
  }
}
