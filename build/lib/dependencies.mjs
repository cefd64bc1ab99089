import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root, say } from './paths.mjs';
import { runQuietly } from './quiet.mjs';

/** Installs the npm dependencies when they are missing or older than the lock file. */
export function ensureDependencies() {
  const marker = path.join(root, 'node_modules/.package-lock.json');
  const lock = path.join(root, 'package-lock.json');
  const fresh =
    existsSync(marker) &&
    (statSync(marker).mtimeMs >= statSync(lock).mtimeMs || sameVersions(marker, lock));
  if (fresh) return;
  say('installing dependencies (npm ci) ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  runQuietly(npm, ['ci', '--no-json', '--loglevel=warn'], {
    cwd: root,
    shell: process.platform === 'win32',
  });
}

/** A checkout touches the lock file without changing it: compare what counts. */
function sameVersions(marker, lock) {
  const versions = (file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
      .filter(([name, entry]) => name !== '' && !entry.optional)
      .map(([name, entry]) => `${name}@${entry.version}`)
      .sort()
      .join('\n');
  return versions(marker) === versions(lock);
}
