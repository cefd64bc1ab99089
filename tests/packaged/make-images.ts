import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { root } from '../../build/lib/paths.mjs';
import { appImageTools } from '../support/appimage-tools.ts';
import { fpmTools } from '../support/fpm-tools.ts';
import { freePort } from '../support/free-port.ts';

/** What the tests of the packaged app are given. */
export interface Images {
  readonly folder: string;
  readonly versions: readonly [old: string, next: string];
  /** Where the packaged app looks for newer versions. */
  readonly feedPort: number;
}

declare module 'vitest' {
  interface ProvidedContext {
    images: Images;
  }
}

/** The same app as two versions, as the release makes them: all packages at once, of one unpacked app. */
export async function setup(project: TestProject): Promise<() => void> {
  const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };
  const folder = mkdtempSync(path.join(tmpdir(), 'ringcue-images-'));
  const feedPort = await freePort();
  const versions = [
    version,
    version.replace(/\d+$/, (patch) => String(Number(patch) + 1)),
  ] as const;
  const env = {
    ...process.env,
    ...appImageTools(path.join(folder, 'tools')),
    ...fpmTools(folder),
    RINGCUE_UPDATE_URL: `http://127.0.0.1:${feedPort}`,
  };
  const targets = ['AppImage', 'deb', 'rpm', 'tar.gz'];
  for (const one of versions) {
    const output = path.join(folder, one);
    const args = [`-c.extraMetadata.version=${one}`, `-c.directories.output=${output}`];
    execFileSync(
      process.execPath,
      ['build/package.mjs', '--linux', ...targets, `--${process.arch}`, ...args],
      { cwd: root, env, stdio: 'pipe' },
    );
  }
  project.provide('images', { folder, versions, feedPort });
  return () => rmSync(folder, { recursive: true, force: true });
}
