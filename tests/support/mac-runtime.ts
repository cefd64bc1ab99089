import { createPackage } from '@electron/asar';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fuseWire } from './fuse-wire.ts';
import { writeOwnProgram } from './own-program.ts';

const plist = (name: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
  <key>CFBundleExecutable</key><string>${name}</string>
  <key>CFBundleName</key><string>${name}</string>
  <key>CFBundleIconFile</key><string>electron.icns</string>
  <key>CFBundleIdentifier</key><string>com.github.${name.replace(/\W/g, '')}</string>
</dict></plist>
`;

/** An app that starts nothing. @param place the folder that it lies in */
function writeApp(place: string, name: string): string {
  const contents = path.join(place, `${name}.app/Contents`);
  mkdirSync(path.join(contents, 'MacOS'), { recursive: true });
  writeFileSync(path.join(contents, 'Info.plist'), plist(name));
  writeFileSync(path.join(contents, 'MacOS', name), '', { mode: 0o755 });
  return contents;
}

/**
 * A folder as an unpacked Electron for macOS, which no registry carries: its parts by name, with nothing in them but Electron's
 * fuses. It says nothing of how the app runs there, and all of what the packager makes of it.
 */
export async function macRuntime(folder: string): Promise<string> {
  const { version } = createRequire(import.meta.url)('electron/package.json') as {
    version: string;
  };
  const contents = writeApp(folder, 'Electron');
  const frameworks = path.join(contents, 'Frameworks');
  for (const kind of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    writeApp(frameworks, `Electron Helper${kind}`);
  }
  const framework = path.join(frameworks, 'Electron Framework.framework');
  mkdirSync(framework);
  writeFileSync(path.join(framework, 'Electron Framework'), fuseWire);
  mkdirSync(path.join(contents, 'Resources'));
  await createPackage(framework, path.join(contents, 'Resources/default_app.asar'));
  writeOwnProgram(folder);
  writeFileSync(path.join(folder, 'version'), version);
  return folder;
}
