import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { dated, notesOf } from '../../../build/changelog.ts';
import { root } from '../../../build/lib/paths.mjs';
import packageFile from '../../../package.json' with { type: 'json' };
import { temporaryFolder } from '../../support/temporary-folder.ts';

const { version } = packageFile;
const url = `https://git.example.com/ringcue/releases/download/v${version}`;
const installers = ['win-x64.exe', 'win-arm64.exe'].map((end) => `ringcue-${version}-${end}`);
const images = ['mac-x64.dmg', 'mac-arm64.dmg'].map((end) => `ringcue-${version}-${end}`);

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A release whose files have their names in them. */
function release(names: readonly string[]) {
  const folder = temporaryFolder();
  for (const name of names) writeFileSync(path.join(folder, name), name);
  const make = (): void =>
    void execFileSync(
      process.execPath,
      ['node_modules/tsx/dist/cli.mjs', 'build/release-files.ts', folder, url],
      { cwd: root, stdio: 'pipe' },
    );
  return { folder, make, read: (name: string) => readFileSync(path.join(folder, name), 'utf8') };
}

it('writes checksums of every file that sha256sum accepts', () => {
  const { folder, make } = release([...installers, ...images]);
  make();
  const said = execFileSync('sha256sum', ['--check', 'SHA256SUMS'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(said.match(/: OK$/gm)).toHaveLength(8);
});

it('names each installer with its hash for winget and Homebrew', () => {
  const { make, read } = release([...installers, ...images]);
  make();
  const manifest = read('Ringcue.Ringcue.installer.yaml');
  for (const name of installers) {
    const line = `InstallerUrl: ${url}/${name}\n  InstallerSha256: ${hashOf(name).toUpperCase()}`;
    expect(manifest.split(line)).toHaveLength(3);
  }
  for (const kind of ['Ringcue.Ringcue.yaml', 'Ringcue.Ringcue.locale.en-US.yaml']) {
    expect(read(kind)).toContain(`PackageVersion: ${version}\n`);
  }
  for (const name of images) expect(read('ringcue.rb')).toContain(`"${hashOf(name)}"`);
});

it('makes no manifest of a release without an installer', () => {
  expect(release(installers).make).toThrow('dmg');
});

it('dates what is unreleased, and tells what a version brought', () => {
  const changelog = '# Changelog\n\n## 0.3.0 – unreleased\n\n- New.\n\n## 0.2.0\n\n- Old.\n';
  const after = dated(changelog, '0.3.1', '2026-12-01');
  expect(after).toContain('\n## 0.3.1 – 2026-12-01\n');
  expect(notesOf(after, '0.3.1')).toBe('- New.');
  expect(notesOf(after, '0.2.0')).toBe('- Old.');
  expect(() => notesOf(after, '0.3')).toThrow('no version 0.3.');
  expect(() => dated(after, '0.4.0', '2026-12-02')).toThrow('nothing unreleased');
});

/** A repository of its own, inside of this work tree so that it finds the dependencies. */
function ownRepository() {
  const cache = path.join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'release-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['build', 'package.json', 'package-lock.json', 'CHANGELOG.md']) {
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  const run = (program: string, ...args: readonly string[]): string =>
    execFileSync(program, [...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim();
  const git = (...args: readonly string[]): string => run('git', ...args);
  git('init', '--quiet');
  git('config', 'user.name', 'Ada');
  git('config', 'user.email', 'ada@example.com');
  git('add', '.');
  git('commit', '--quiet', '-m', 'Begin');
  return { run, git, read: (name: string) => readFileSync(path.join(folder, name), 'utf8') };
}

it('dates the changelog, commits and tags with one command', () => {
  const { run, git, read } = ownRepository();
  run('npm', 'version', '9.9.9');
  expect(read('CHANGELOG.md')).toMatch(/^## 9\.9\.9 – \d{4}-\d\d-\d\d$/m);
  expect(read('package.json')).toContain('"version": "9.9.9"');
  expect(git('tag', '--points-at', 'HEAD')).toBe('v9.9.9');
  expect(git('status', '--short')).toBe('');
}, 60_000);

it('has notes of this version', () => {
  const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
  expect(notesOf(changelog, version)).toMatch(/^- /);
});
