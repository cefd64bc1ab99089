import { chmodSync, copyFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** The AppImage of a version, as it was packaged. */
export function packagedImage(version: string): string {
  const folder = path.join(inject('images').folder, version);
  const name = readdirSync(folder).find((file) => file.endsWith('.AppImage'));
  if (name === undefined) throw new Error(`no AppImage in ${folder}`);
  return path.join(folder, name);
}

/** A copy of it that a test may replace, under a name that a person gave it. */
export function ownImage(version: string): string {
  const image = path.join(temporaryFolder(), 'Ringcue.AppImage');
  copyFileSync(packagedImage(version), image);
  chmodSync(image, 0o755);
  return image;
}
