import { writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The packaging script runs the program of this system to compile what the app starts with: in a folder for another system it
 * is the Electron of the tests.
 */
export function writeOwnProgram(folder: string): void {
  const electron = path.join(process.env['RINGCUE_ELECTRON'] ?? '', 'electron');
  const lines = ['#!/bin/sh', `exec "${electron}" "$@"`, ''];
  writeFileSync(path.join(folder, 'electron'), lines.join('\n'), { mode: 0o755 });
}
