import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Bytes; the image of the files begins behind it. */
const size = 4096;

/**
 * In the place of the program at the beginning of an AppImage, which no registry carries: it unpacks what follows it and
 * starts that, as the real one does with --appimage-extract-and-run. Root's Chromium has no sandbox. A signal that ends the app
 * must not end this first: the unpacked files would stay.
 */
const start = `#!/bin/sh
set -e
trap : TERM INT
APPIMAGE=$(readlink -f "$0")
APPDIR=$(mktemp -d /var/tmp/ringcue-appimage.XXXXXX)
export APPIMAGE APPDIR
unsquashfs -quiet -no-progress -force -dest "$APPDIR" -offset ${size} "$APPIMAGE" >/dev/null
[ "$(id -u)" = 0 ] && set -- --no-sandbox "$@"
status=0
"$APPDIR/AppRun" "$@" || status=$?
rm -rf "$APPDIR"
exit $status
`;

/** The folder that electron-builder otherwise downloads, from what Debian has. @returns the environment that names it */
export function appImageTools(folder: string): { readonly APPIMAGE_TOOLS_PATH: string } {
  for (const name of ['runtimes', 'lib/x64', 'lib/arm64']) {
    mkdirSync(path.join(folder, name), { recursive: true });
  }
  for (const arch of ['x64', 'arm64']) {
    const file = path.join(folder, 'runtimes', `runtime-${arch}`);
    writeFileSync(file, Buffer.from(start.padEnd(size, '\n'), 'latin1'));
    chmodSync(file, 0o755);
  }
  copyFileSync('/usr/bin/mksquashfs', path.join(folder, 'mksquashfs'));
  copyFileSync('/bin/true', path.join(folder, 'desktop-file-validate'));
  return { APPIMAGE_TOOLS_PATH: folder };
}
