/** The program that stands in for fpm: see ../fpm-tools.ts. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildDeb } from './build-deb.ts';
import { buildRpm } from './build-rpm.ts';
import { readAsked } from './fpm-arguments.ts';

const asked = readAsked(process.argv.slice(2));
const work = mkdtempSync(path.join(tmpdir(), 'ringcue-fpm-'));
try {
  const tree = path.join(work, 'tree');
  for (const { from, to } of asked.files) {
    const place = path.join(tree, to);
    const isFolder = from.endsWith('/');
    mkdirSync(isFolder ? place : path.dirname(place), { recursive: true });
    execFileSync('cp', ['-a', isFolder ? `${from}.` : from, place]);
  }
  execFileSync('chmod', ['-R', 'u=rwX,go=rX', tree]);
  if (asked['output-type'] === 'deb') buildDeb(asked, tree);
  else buildRpm(asked, tree, work);
} finally {
  rmSync(work, { recursive: true, force: true });
}
