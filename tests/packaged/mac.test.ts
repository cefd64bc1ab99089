import { getRawHeader, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { root } from '../../build/lib/paths.mjs';
import { linkSchemes } from '../../electron/features/presence/link-schemes.ts';
import { macRuntime } from '../support/mac-runtime.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A property list, by another reader than the one that wrote it. */
function readPlist(file: string): unknown {
  const program =
    'import json, plistlib, sys; print(json.dumps(plistlib.loads(open(sys.argv[1], "rb").read())))';
  return JSON.parse(execFileSync('python3', ['-c', program, file], { encoding: 'utf8' }));
}

it('assembles the Mac app and its zip, with links, icon, fuses and the hash of its archive', async () => {
  const [version] = inject('images').versions;
  const output = temporaryFolder();
  const runtime = await macRuntime(path.join(output, 'runtime'));
  const args = ['--mac', 'zip', '--x64', `-c.directories.output=${output}`];
  execFileSync(process.execPath, ['build/package.mjs', ...args], {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, RINGCUE_ELECTRON: runtime },
  });
  const zip = path.join(output, `ringcue-${version}-mac-x64.zip`);
  const listed = execFileSync('7z', ['l', '-ba', '-slt', zip], { encoding: 'utf8' });
  expect(listed).toContain('Path = Ringcue.app/Contents/Resources/app.asar');

  const contents = path.join(output, 'mac/Ringcue.app/Contents');
  const archive = path.join(contents, 'Resources/app.asar');
  const { headerString } = getRawHeader(archive);
  const info = readPlist(path.join(contents, 'Info.plist'));
  expect(info).toMatchObject({
    CFBundleIdentifier: 'com.ringcue.desktop',
    CFBundleExecutable: 'Ringcue',
    CFBundleShortVersionString: version,
    LSApplicationCategoryType: 'public.app-category.business',
    NSMicrophoneUsageDescription: expect.stringContaining('CRM page'),
    // Electron compares it at the start.
    ElectronAsarIntegrity: {
      'Resources/app.asar': {
        algorithm: 'SHA256',
        hash: createHash('sha256').update(headerString).digest('hex'),
      },
    },
  });
  const { CFBundleURLTypes: links, CFBundleIconFile: icon } = info as {
    CFBundleURLTypes: { CFBundleURLSchemes: string[] }[];
    CFBundleIconFile: string;
  };
  expect(links.flatMap(({ CFBundleURLSchemes }) => CFBundleURLSchemes)).toEqual(linkSchemes);
  expect(readFileSync(path.join(contents, 'Resources', icon))).toEqual(
    readFileSync(path.join(root, 'build/icons/icon.icns')),
  );
  expect(existsSync(path.join(contents, 'Resources/default_app.asar'))).toBe(false);
  expect(listPackage(archive, { isPack: false }).filter((file) => file.endsWith('.node'))).toEqual([
    expect.stringContaining('/prebuilds/darwin-arm64/'),
    expect.stringContaining('/prebuilds/darwin-x64/'),
  ]);

  const { version: _version, ...fuses } = await getCurrentFuseWire(path.dirname(contents));
  const on = Object.entries(fuses).flatMap(([fuse, state]) =>
    state === FuseState.ENABLE ? [FuseV1Options[Number(fuse)]] : [],
  );
  expect(on).toEqual([
    'EnableCookieEncryption',
    'EnableEmbeddedAsarIntegrityValidation',
    'OnlyLoadAppFromAsar',
    'WasmTrapHandlers',
  ]);
});

it('asks macOS for no more than it needs', () => {
  expect(readPlist(path.join(root, 'build/entitlements.mac.plist'))).toEqual({
    'com.apple.security.cs.allow-jit': true,
    'com.apple.security.device.audio-input': true,
  });
});
