import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../../build/lib/paths.mjs';
import { fuseWire } from './fuse-wire.ts';
import { writeOwnProgram } from './own-program.ts';

/**
 * A folder as an unpacked Electron for Windows, which no registry carries: a real Windows program with a version and an icon of its
 * own, and Electron's fuses behind it. It says nothing of how the app runs there, and all of what the packager makes of it.
 */
export function windowsRuntime(folder: string): string {
  const { version } = createRequire(import.meta.url)('electron/package.json') as {
    version: string;
  };
  const program = path.join(root, 'node_modules/electron-winstaller/vendor/7z-x64.exe');
  mkdirSync(path.join(folder, 'resources'), { recursive: true });
  writeFileSync(
    path.join(folder, 'electron.exe'),
    Buffer.concat([readFileSync(program), fuseWire]),
  );
  writeOwnProgram(folder);
  writeFileSync(path.join(folder, 'version'), version);
  return folder;
}
