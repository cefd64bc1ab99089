import { expect, it } from 'vitest';
import { whyNoUpdates, type Installation } from '../../../electron/features/updates/index.ts';

const base: Installation = {
  system: 'win32',
  isPackaged: true,
  executable: String.raw`C:\Users\ada\AppData\Local\Programs\Ringcue\Ringcue.exe`,
  environment: { ProgramFiles: String.raw`C:\Program Files` },
  hasAddress: true,
  isForAll: false,
  isOwn: true,
};
const mac: Installation = {
  ...base,
  system: 'darwin',
  executable: '/Applications/Ringcue.app/Contents/MacOS/Ringcue',
};
const linux: Installation = { ...base, system: 'linux', executable: '/opt/Ringcue/ringcue' };

const cases: readonly [string, Installation, ReturnType<typeof whyNoUpdates>][] = [
  ['an own copy on Windows', base, undefined],
  ['Windows, by /allusers', { ...base, isForAll: true }, 'forAll'],
  [
    'Windows, by MSI',
    { ...base, executable: String.raw`c:\program files\Ringcue\Ringcue.exe` },
    'forAll',
  ],
  ['a Mac', mac, undefined],
  ['a Mac, by an administrator', { ...mac, isOwn: false }, 'forAll'],
  ['an AppImage', { ...linux, environment: { APPIMAGE: '/home/ada/Ringcue.AppImage' } }, undefined],
  ['deb and rpm', linux, 'byPackage'],
  ['a build without an address', { ...base, hasAddress: false }, 'noAddress'],
  ['the source code', { ...base, isPackaged: false }, 'notPackaged'],
];

it.each(cases)('says who updates: %s', (_name, installation, why) => {
  expect(whyNoUpdates(installation)).toBe(why);
});
