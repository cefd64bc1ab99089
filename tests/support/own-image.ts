import { chmodSync, copyFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** A package of a version, as it was made. */
export function packageOf(
  version: string,
  ending: '.AppImage' | '.deb' | '.rpm' | '.tar.gz',
): string {
  const folder = path.join(inject('images').folder, version);
  const name = readdirSync(folder).find((file) => file.endsWith(ending));
  if (name === undefined) throw new Error(`no ${ending} in ${folder}`);
  return path.join(folder, name);
}

/** A copy of it that a test may replace, under a name that a person gave it. */
export function ownImage(version: string): string {
  const image = path.join(temporaryFolder(), 'Ringcue.AppImage');
  copyFileSync(packageOf(version, '.AppImage'), image);
  chmodSync(image, 0o755);
  return image;
}
