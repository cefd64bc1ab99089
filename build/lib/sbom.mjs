/** The list of parts for those who check what they install: CycloneDX, made by npm from the lock file. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * Writes `dist/sbom.cdx.json`, which the packages carry. npm lists all that building needs; kept is what ships.
 *
 * @param shipped names and versions, as `react 19.2.9`
 * @param electron version of the runtime that is packaged
 */
export function writeSbom(shipped, electron) {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const all = npmSbom();
  const isShipped = new Set([...shipped, `electron ${electron}`]);
  const titleOf = (part) => [part.group, part.name].filter(Boolean).join('/') + ` ${part.version}`;
  const components = all.components
    .map((part) => (part.name === 'electron' ? asVersion(part, electron) : part))
    .filter((part) => isShipped.has(titleOf(part)))
    .map(({ scope: _needsToBuild, properties: _development, ...part }) => part);
  const missing = [...isShipped].filter(
    (title) => !components.some((part) => titleOf(part) === title),
  );
  if (missing.length > 0) throw new Error(`Not in the list of parts: ${missing.join(', ')}`);
  const refs = new Set(components.map((part) => part['bom-ref']));
  const component = { ...all.metadata.component, type: 'application', name, version };
  const own = component['bom-ref'];
  const dependencies = [
    { ref: own, dependsOn: [...refs] },
    ...all.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn = [] }) => ({
        ref,
        dependsOn: dependsOn.filter((one) => refs.has(one)),
      })),
  ];
  const sbom = { ...all, metadata: { ...all.metadata, component }, components, dependencies };
  writeFileSync(path.join(root, 'dist/sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`);
}

/** Tests package an Electron that is not the one of the lock file: neither its checksum nor its address are known. */
function asVersion({ externalReferences, hashes, ...part }, version) {
  const [locked] = part['bom-ref'].split('@').slice(-1);
  if (locked === version) return { ...part, version, externalReferences, hashes };
  return {
    ...part,
    version,
    'bom-ref': `electron@${version}`,
    purl: `pkg:npm/electron@${version}`,
  };
}

/** What is bundled counts as "dev" in package.json, and the bundler sets NODE_ENV, for which npm leaves that out. */
function npmSbom() {
  const npm = spawnSync(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--include=dev'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32',
    },
  );
  if (npm.status !== 0) throw new Error(`npm could not list the parts: ${npm.stderr}`);
  return JSON.parse(npm.stdout);
}
