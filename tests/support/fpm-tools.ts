import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../build/lib/paths.mjs';

/**
 * In the place of fpm, with which electron-builder makes .deb and .rpm and which no registry carries: it makes them with the
 * systems' own tools, dpkg-deb and rpmbuild, of the very arguments that fpm would be given. So what the packages say, hold and do
 * is checked here, and how fpm itself writes them is not.
 *
 * @returns the environment that names it
 */
export function fpmTools(folder: string): { readonly CUSTOM_FPM_PATH: string } {
  const file = path.join(folder, 'fpm');
  const program = [
    process.execPath,
    path.join(root, 'node_modules/tsx/dist/cli.mjs'),
    path.join(root, 'tests/support/fpm/fpm.ts'),
  ];
  const lines = ['#!/bin/sh', `exec ${program.map((part) => `"${part}"`).join(' ')} "$@"`, ''];
  writeFileSync(file, lines.join('\n'), { mode: 0o755 });
  return { CUSTOM_FPM_PATH: file };
}
