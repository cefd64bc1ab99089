const { rm } = require('node:fs/promises');
const path = require('node:path');

/**
 * Installers for Windows, macOS and Linux. Signing, notarizing and updates come with shipping. The Electron
 * to package is passed on the command line (build/package.mjs).
 * @type {import('electron-builder').Configuration}
 */
module.exports = {
  appId: 'com.ringcue.desktop',
  productName: 'Ringcue',
  copyright: 'Copyright © 2026 Ringcue',
  directories: { output: 'release', buildResources: 'build/icons' },
  // Everything but the SQLite addon is bundled into dist/.
  files: [
    'dist/**/*',
    '!dist/**/*.map',
    'package.json',
    '!node_modules/**/*.{md,ts,map,cc,cpp,h,gyp}',
  ],
  asar: true,
  // A native addon cannot be loaded out of an archive, nor can a worker thread.
  asarUnpack: [
    'dist/*-worker.cjs',
    '**/node_modules/@photostructure/sqlite/**',
    '**/node_modules/node-gyp-build/**',
  ],
  npmRebuild: false,
  publish: null,
  // A runtime given as a folder keeps its default app, which would run any folder named on its command line.
  afterPack: ({ appOutDir }) =>
    rm(path.join(appOutDir, 'resources/default_app.asar'), { force: true }),
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
  },
  win: {
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    icon: 'build/icons/icon.png',
  },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    icon: 'build/icons/icon.png',
    category: 'public.app-category.business',
    hardenedRuntime: true,
    extendInfo: {
      NSMicrophoneUsageDescription: 'A CRM page that your administrator allowed asks for it.',
    },
  },
  linux: {
    target: [
      { target: 'AppImage', arch: ['x64'] },
      { target: 'deb', arch: ['x64'] },
    ],
    icon: 'build/icons/icon.png',
    executableName: 'ringcue',
    category: 'Office',
    maintainer: 'Ringcue <hello@example.com>',
  },
};
