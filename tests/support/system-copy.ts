import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * This computer's file system as a program sees it that may change all of it: what it writes outside of /tmp goes into a folder
 * of the test's own. So a package is installed and removed as on a person's computer, scripts included.
 */
export function systemCopy() {
  const folder = temporaryFolder();
  for (const name of ['changed', 'work', 'root']) mkdirSync(path.join(folder, name));
  const enter = path.join(folder, 'enter.sh');
  const lines = [
    `mount -t overlay overlay -o lowerdir=/,upperdir="${folder}/changed",workdir="${folder}/work" "${folder}/root"`,
    `for name in dev proc sys tmp; do mount --rbind "/$name" "${folder}/root/$name"; done`,
    `exec chroot "${folder}/root" sh -ec "$1"`,
  ];
  writeFileSync(enter, lines.join('\n'));
  return {
    /** Runs lines of a shell there. @returns what they print */
    run: (script: string, environment: Readonly<Record<string, string>> = {}): string =>
      execFileSync('unshare', ['--mount', 'sh', '-e', enter, script], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', ...environment },
      }),
  };
}
