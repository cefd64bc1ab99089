import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Asked } from './fpm-arguments.ts';

/** Fields in the order of fpm's own template, and its way with lines of the description. */
function control(asked: Asked, kilobytes: string): string {
  const lines = asked.description.split('\n').map((line) => (line.trim() === '' ? '.' : line));
  const [first = ''] = asked.description.split('\n');
  return [
    `Package: ${asked.name}`,
    `Version: ${asked.version}`,
    `License: ${asked.license}`,
    `Vendor: ${asked.vendor}`,
    `Architecture: ${asked.architecture}`,
    `Maintainer: ${asked.maintainer}`,
    `Installed-Size: ${kilobytes}`,
    `Depends: ${asked.depends.join(', ')}`,
    `Recommends: ${asked['deb-recommends'].join(', ')}`,
    'Section: default',
    `Priority: ${asked['deb-priority']}`,
    `Homepage: ${asked.url}`,
    `Description: ${first}`,
    ...lines.slice(1).map((line) => ` ${line}`),
    '',
  ].join('\n');
}

/** @param tree the files of the package, where they will lie */
export function buildDeb(asked: Asked, tree: string): void {
  const [kilobytes = ''] = execFileSync('du', ['-sk', tree], { encoding: 'utf8' }).split('\t');
  const about = path.join(tree, 'DEBIAN');
  mkdirSync(about);
  writeFileSync(path.join(about, 'control'), control(asked, kilobytes));
  const scripts = { postinst: asked['after-install'], postrm: asked['after-remove'] };
  for (const [name, file] of Object.entries(scripts)) copyFileSync(file, path.join(about, name));
  execFileSync('chmod', ['755', path.join(about, 'postinst'), path.join(about, 'postrm')]);
  // The lowest level: what is built here is read by tests only.
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zxz', '-z0', '--build', tree, asked.package]);
}
