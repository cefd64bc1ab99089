const { rm } = require('node:fs/promises');
const path = require('node:path');
const { setFuses } = require('./lib/fuses.cjs');

const { env } = process;

const sqlite = 'node_modules/@photostructure/sqlite';

/**
 * Everything but the SQLite addon is bundled into dist/. The addon carries a file for every platform, and the
 * source of SQLite: one file is needed.
 */
const filesFor = (platformAndArch) => [
  'dist/**/*',
  // The gateway is a program of its own.
  '!dist/gateway/**',
  '!dist/**/*.map',
  // Compiled for one processor; another one's may not be read.
  `!dist/main.!(${platformAndArch}).v8`,
  'package.json',
  '!node_modules/**/*.{md,ts,cts,mts,map,cc,cpp,h,c,gyp,gypi}',
  '!node_modules/node-addon-api/**',
  `!${sqlite}/src/**`,
  `!${sqlite}/prebuilds/!(${platformAndArch})/**`,
  `!${sqlite}/prebuilds/**/*.musl.node`,
];

/** Both have an x64 and an arm64 build. */
const bothArchitectures = (...targets) =>
  targets.map((target) => ({ target, arch: ['x64', 'arm64'] }));

/**
 * Installers for Windows, macOS and Linux. The Electron to package is passed on the command line
 * (build/package.mjs). Signing comes from the environment: without it, installers are not signed.
 * @type {import('electron-builder').Configuration}
 */
module.exports = {
  appId: 'com.ringcue.desktop',
  productName: 'Ringcue',
  copyright: 'Copyright © 2026 Ringcue',
  // A release names the repository it was built from.
  ...(env.GITHUB_REPOSITORY && {
    extraMetadata: { homepage: `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}` },
  }),
  directories: { output: 'release', buildResources: 'build/icons' },
  asar: true,
  // A native addon cannot be loaded out of an archive, nor can a worker thread.
  asarUnpack: [
    'dist/*-worker.cjs',
    '**/node_modules/@photostructure/sqlite/**',
    '**/node_modules/node-gyp-build/**',
  ],
  npmRebuild: false,
  // Where installed copies look for newer versions; without it they do not update themselves. Object stores answer one range
  // at a time.
  publish: env.RINGCUE_UPDATE_URL
    ? { provider: 'generic', url: env.RINGCUE_UPDATE_URL, useMultipleRangeRequest: false }
    : null,
  // The older one starts Chromium without its sandbox, and needs a FUSE that current systems lack.
  toolsets: { appimage: '1.0.3' },
  artifactName: 'ringcue-${version}-${os}-${arch}.${ext}',
  // Links that open the app (the list of electron/features/presence/link-schemes.ts).
  protocols: [
    { name: 'Ringcue', schemes: ['ringcue'] },
    { name: 'Telephone link', schemes: ['tel', 'callto'] },
  ],
  async afterPack(context) {
    const { appOutDir, packager, electronPlatformName: system } = context;
    const { productFilename } = packager.appInfo;
    // A runtime given as a folder keeps its default app, which would run any folder named on its command line.
    const resources =
      system === 'darwin' ? `${productFilename}.app/Contents/Resources` : 'resources';
    await rm(path.join(appOutDir, resources, 'default_app.asar'), { force: true });
    const executable =
      system === 'darwin'
        ? `${productFilename}.app`
        : system === 'win32'
          ? `${productFilename}.exe`
          : packager.executableName;
    await setFuses(path.join(appOutDir, executable));
  },
  win: {
    target: bothArchitectures('nsis', 'msi', 'zip'),
    icon: 'build/icons/icon.ico',
    files: filesFor('win32-${arch}'),
    // Azure Trusted Signing; the credentials themselves are AZURE_TENANT_ID, AZURE_CLIENT_ID and its secret.
    ...(env.AZURE_SIGNING_ENDPOINT && {
      azureSignOptions: {
        endpoint: env.AZURE_SIGNING_ENDPOINT,
        codeSigningAccountName: env.AZURE_SIGNING_ACCOUNT,
        certificateProfileName: env.AZURE_SIGNING_PROFILE,
        publisherName: env.AZURE_SIGNING_PUBLISHER,
      },
    }),
  },
  // For one person without rights, or with /allusers for the whole computer; /S asks nothing.
  nsis: {
    oneClick: false,
    perMachine: false,
    allowElevation: true,
    // One for each: one for both is twice as large.
    buildUniversalInstaller: false,
    allowToChangeInstallationDirectory: true,
    include: 'build/installer.nsh',
  },
  // Never changes: it is how Windows knows a newer version from another program.
  msi: { perMachine: true, oneClick: false, upgradeCode: 'D41B3F6A-6C0E-4B7B-9B57-2E6B0E6E5C1D' },
  mac: {
    target: [
      { target: 'dmg', arch: ['x64', 'arm64', 'universal'] },
      { target: 'zip', arch: ['x64', 'arm64', 'universal'] },
    ],
    icon: 'build/icons/icon.icns',
    category: 'public.app-category.business',
    // Both: a universal app is two whole ones laid over each other, and their files must be the same.
    files: filesFor('darwin-*'),
    hardenedRuntime: true,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
    // With APPLE_ID or an API key in the environment (electron-builder names them).
    notarize: env.APPLE_ID !== undefined || env.APPLE_API_KEY !== undefined,
    extendInfo: {
      NSMicrophoneUsageDescription: 'A CRM page that your administrator allowed asks for it.',
    },
  },
  deb: { afterRemove: 'build/after-remove.tpl' },
  rpm: { afterRemove: 'build/after-remove.tpl' },
  linux: {
    target: bothArchitectures('AppImage', 'deb', 'rpm', 'tar.gz'),
    icon: 'build/icons/icon.png',
    files: filesFor('linux-${arch}'),
    executableName: 'ringcue',
    // The name of the desktop entry is that of package.json's desktopName: Electron registers links under it.
    syncDesktopName: true,
    category: 'Office',
    synopsis: 'Opens the right CRM page the moment a call rings',
    maintainer: 'Ringcue <hello@example.com>',
  },
};
