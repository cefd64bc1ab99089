import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** Whether a program can be given a file system of its own: Linux, as root. */
export const hasOwnFileSystem = process.platform === 'linux' && process.getuid?.() === 0;

/**
 * A folder that a started program takes for /etc/ringcue, and nothing else on this computer does.
 *
 * @param program what to start
 */
export function ownPolicy(program: string) {
  const folder = temporaryFolder();
  const starter = path.join(temporaryFolder(), 'start.sh');
  const lines = [
    '#!/bin/sh',
    'mkdir -p /etc/ringcue',
    `exec unshare --mount sh -c 'mount --bind "${folder}" /etc/ringcue && exec "$0" "$@"' "${program}" "$@"`,
  ];
  writeFileSync(starter, `${lines.join('\n')}\n`);
  chmodSync(starter, 0o755);
  return {
    starter,
    write: (policy: unknown) =>
      writeFileSync(path.join(folder, 'policy.json'), JSON.stringify(policy)),
  };
}
