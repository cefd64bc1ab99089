/**
 * Sets every fuse of Electron, on or off. A fuse that a newer Electron adds fails the packaging until it is decided here.
 * electron-builder brings an older @electron/fuses, which knows eight of nine and fails on the current Electron.
 */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } =
    await import('@electron/fuses');
  const all = {
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    // Pages compile WebAssembly: without the handlers each access to memory would be checked by code.
    [FuseV1Options.WasmTrapHandlers]: true,
  };
  // The Electron of the tests is older than the last of them, and refuses what it does not have.
  const wire = await getCurrentFuseWire(executable);
  const known = Object.entries(all).filter(([fuse]) => fuse in wire);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // Apple's processors start no program whose signature is broken; signing comes after.
    resetAdHocDarwinSignature: process.platform === 'darwin',
    ...Object.fromEntries(known),
  });
}

module.exports = { setFuses };
