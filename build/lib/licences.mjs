/** The licences of all that ships inside the app, as its authors ask for. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

/** Where the bundler lists what it took in, a file a bundle. */
const listsFolders = ['dist/licences', 'dist/renderer/licences'].map((name) =>
  path.join(root, name),
);

/** Not in a bundle, but beside it: files of `node_modules` that the installer takes along. */
const besideBundles = ['@photostructure/sqlite', 'node-gyp-build'];

/** For a bundle's configuration: the list it writes. */
export const licenceList = (bundle) => ({ fileName: `licences/${bundle}.json` });

/**
 * Joins the bundles' lists into `dist/third-party-licences.txt`. Throws where a package names no licence.
 * @returns names and versions, as `react 19.2.9`
 */
export function writeLicences() {
  const packages = new Map();
  for (const file of listsFolders.flatMap(filesIn)) {
    const list = JSON.parse(readFileSync(file, 'utf8'));
    for (const entry of list) packages.set(`${entry.name} ${entry.version}`, entry);
  }
  for (const name of besideBundles) {
    const entry = fromModules(name);
    packages.set(`${entry.name} ${entry.version}`, entry);
  }
  const unnamed = [...packages.values()].filter(({ identifier }) => !identifier);
  if (unnamed.length > 0) {
    throw new Error(`No licence is named by ${unnamed.map(({ name }) => name).join(', ')}`);
  }
  const sections = [...packages]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([title, { identifier, text }]) => [`${title} (${identifier})`, text?.trim()]);
  const text = sections.map((parts) => parts.filter(Boolean).join('\n\n')).join(`\n\n${line}\n\n`);
  writeFileSync(path.join(root, 'dist/third-party-licences.txt'), `${text}\n`);
  for (const folder of listsFolders) rmSync(folder, { recursive: true });
  return [...packages.keys()];
}

const filesIn = (folder) => readdirSync(folder).map((name) => path.join(folder, name));

const line = '-'.repeat(80);

function fromModules(name) {
  const folder = path.join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const text = readFileSync(path.join(folder, 'LICENSE'), 'utf8');
  return { name, version, identifier: license, text };
}
