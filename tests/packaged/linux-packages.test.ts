import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { linkSchemes } from '../../electron/features/presence/link-schemes.ts';
import { packageOf } from '../support/own-image.ts';
import { expectEveryFuseSet, expectOnlyWhatRuns } from '../support/packaged-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, [...args], { encoding: 'utf8' });
const version = (): string => inject('images').versions[0];
const summary = 'Opens the right CRM page the moment a call rings';

/** Files alone, without folders. */
function filesOfDeb(file: string): string[] {
  const lines = run('dpkg-deb', '--contents', file).split('\n');
  const files = lines.filter((line) => line.startsWith('-'));
  return files.map((line) => line.replace(/^.*? \.\//, '/')).sort();
}

function unpackedDeb(): string {
  const folder = temporaryFolder();
  execFileSync('dpkg-deb', ['--raw-extract', packageOf(version(), '.deb'), folder]);
  return folder;
}

it('says in the .deb what it is, and what it needs', () => {
  const deb = packageOf(version(), '.deb');
  const field = (name: string): string => run('dpkg-deb', '--field', deb, name).trim();
  expect(path.basename(deb)).toBe(`ringcue-${version()}-linux-amd64.deb`);
  expect(field('Package')).toBe('ringcue');
  expect(field('Version')).toBe(version());
  expect(field('Description').split('\n')[0]).toBe(summary);
  expect(field('Homepage')).toMatch(/^https:/);
  const needed = field('Depends').split(', ');
  expect(needed).toEqual(expect.arrayContaining(['libgtk-3-0', 'libsecret-1-0', 'xdg-utils']));
});

it('says the same in the .rpm, with the same files', () => {
  const rpm = packageOf(version(), '.rpm');
  const field = (name: string): string => run('rpm', '-qp', '--queryformat', `%{${name}}`, rpm);
  expect(path.basename(rpm)).toBe(`ringcue-${version()}-linux-x86_64.rpm`);
  expect([field('NAME'), field('VERSION'), field('SUMMARY')]).toEqual([
    ...['ringcue', version(), summary],
  ]);
  expect(run('rpm', '-qp', '--requires', rpm)).toContain('gtk3');
  const listed = run('rpm', '-qp', '--queryformat', '[%{FILEMODES:perms} %{FILENAMES}\n]', rpm);
  const files = listed.split('\n').filter((line) => line.startsWith('-'));
  expect(files.map((line) => line.slice(line.indexOf(' ') + 1)).sort()).toEqual(
    filesOfDeb(packageOf(version(), '.deb')),
  );
});

it('is in the menu and opens links, by an entry that is valid', () => {
  const folder = unpackedDeb();
  const entry = path.join(folder, 'usr/share/applications/ringcue.desktop');
  expect(run('desktop-file-validate', entry)).toBe('');
  const lines = readFileSync(entry, 'utf8').split('\n');
  const schemes = linkSchemes.map((scheme) => `x-scheme-handler/${scheme};`).join('');
  expect(lines).toEqual(
    expect.arrayContaining([
      'Exec=/opt/Ringcue/ringcue %U',
      'Icon=ringcue',
      'StartupWMClass=ringcue',
      `MimeType=${schemes}`,
    ]),
  );
  const icons = path.join(folder, 'usr/share/icons/hicolor');
  const sizes = readdirSync(icons);
  expect(sizes.length).toBeGreaterThan(0);
  for (const size of sizes) {
    const icon = readFileSync(path.join(icons, size, 'apps/ringcue.png'));
    expect(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`).toBe(size);
  }
});

it('holds in the .tar.gz what runs and its licences, and nothing of the other packages', async () => {
  const folder = temporaryFolder();
  const archive = packageOf(version(), '.tar.gz');
  expect(path.basename(archive)).toBe(`ringcue-${version()}-linux-x64.tar.gz`);
  execFileSync('tar', ['-xzf', archive, '-C', folder]);
  const app = path.join(folder, `ringcue-${version()}-linux-x64`);
  expect(readdirSync(folder)).toEqual([path.basename(app)]);
  expectOnlyWhatRuns(path.join(app, 'resources'));
  await expectEveryFuseSet(path.join(app, 'ringcue'));
  for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) {
    expect(existsSync(path.join(app, name)), name).toBe(true);
  }
  const others = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.map$|\.test\.|default_app/.test(file),
  );
  expect(others).toEqual([]);
});

it('leaves no mark of one package in another', () => {
  const mark = 'resources/package-type';
  expect(readFileSync(path.join(unpackedDeb(), 'opt/Ringcue', mark), 'utf8')).toBe('deb');
  const image = run('unsquashfs', '-offset', '4096', '-l', packageOf(version(), '.AppImage'));
  expect(image).not.toContain(mark);
  expect(run('tar', '-tzf', packageOf(version(), '.tar.gz'))).not.toContain(mark);
});
