/** `tsx build/release-notes.ts`: prints what CHANGELOG.md says of this version. `--date` dates its unreleased part instead. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import packageFile from '../package.json' with { type: 'json' };
import { dated, notesOf } from './changelog.ts';
import { root } from './lib/paths.mjs';

const file = path.join(root, 'CHANGELOG.md');
const changelog = readFileSync(file, 'utf8');
if (process.argv.includes('--date')) {
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(file, dated(changelog, packageFile.version, day));
} else process.stdout.write(`${notesOf(changelog, packageFile.version)}\n`);
