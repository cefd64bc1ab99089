import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Data, NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { expect, inject, it } from 'vitest';
import { root } from '../../build/lib/paths.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { windowsRuntime } from '../support/windows-runtime.ts';

function assemble(output: string): void {
  const args = ['--win', 'zip', '--x64', `-c.directories.output=${output}`];
  execFileSync(process.execPath, ['build/package.mjs', ...args], {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, RINGCUE_ELECTRON: windowsRuntime(path.join(output, 'runtime')) },
  });
}

it('assembles the Windows app and its zip, with version, icon, fuses and archive', async () => {
  const [version] = inject('images').versions;
  const output = temporaryFolder();
  assemble(output);
  const zip = path.join(output, `ringcue-${version}-win-x64.zip`);
  const listed = execFileSync('7z', ['l', '-ba', '-slt', zip], { encoding: 'utf8' });
  expect(listed).toContain('Path = Ringcue.exe');
  expect(listed).toContain('Path = resources/app.asar');

  const app = path.join(output, 'win-unpacked');
  const program = path.join(app, 'Ringcue.exe');
  const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(program)));
  const [info] = Resource.VersionInfo.fromEntries(entries);
  const [language] = info?.getAllLanguagesForStringValues() ?? [];
  expect(language && info?.getStringValues(language)).toMatchObject({
    ProductName: 'Ringcue',
    FileDescription: 'Ringcue',
    ProductVersion: expect.stringContaining(version),
    LegalCopyright: 'Copyright © 2026 Ringcue',
  });
  const ico = Data.IconFile.from(readFileSync(path.join(root, 'build/icons/icon.ico')));
  const [group] = Resource.IconGroupEntry.fromEntries(entries);
  expect(group?.icons.map(({ width }) => width)).toEqual(ico.icons.map(({ width }) => width));
  // The hash of the archive's header, which Electron compares at the start.
  expect(entries.find(({ type }) => type === 'INTEGRITY')?.id).toBe('ELECTRONASAR');

  const { version: _version, ...fuses } = await getCurrentFuseWire(program);
  const on = Object.entries(fuses).flatMap(([fuse, state]) =>
    state === FuseState.ENABLE ? [FuseV1Options[Number(fuse)]] : [],
  );
  expect(Object.keys(fuses)).toHaveLength(9);
  expect(on).toEqual([
    'EnableCookieEncryption',
    'EnableEmbeddedAsarIntegrityValidation',
    'OnlyLoadAppFromAsar',
    'WasmTrapHandlers',
  ]);

  const archive = path.join(app, 'resources/app.asar');
  const files = listPackage(archive, { isPack: false });
  expect(files.filter((file) => file.endsWith('.node'))).toEqual([
    expect.stringContaining('/prebuilds/win32-x64/'),
  ]);
  // Compiled on this computer, for this computer's processor and system.
  expect(files.filter((file) => file.endsWith('.v8'))).toEqual([]);
  const main = extractFile(archive, 'dist/main.cjs').toString('utf8');
  for (const scheme of ['ringcue', 'tel', 'callto']) expect(main).toContain(`"${scheme}"`);
});
