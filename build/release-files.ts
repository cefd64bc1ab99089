/** `tsx build/release-files.ts FOLDER URL`: writes the checksums of a release, and its manifests for winget and Homebrew. */
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import packageFile from '../package.json' with { type: 'json' };
import { cask, checksumFile, wingetManifests } from './release-manifests.ts';

const sumsName = 'SHA256SUMS';
const [folder, url] = process.argv.slice(2);
if (folder === undefined || url === undefined) throw new Error('Name the folder and its URL.');

const { version } = packageFile;
const packages = await sumsOf(folder);
const manifests = {
  ...wingetManifests({ version, url, checksums: packages }),
  'ringcue.rb': cask({ version, url, checksums: packages }),
};
for (const [name, text] of Object.entries(manifests)) writeFileSync(path.join(folder, name), text);
writeFileSync(path.join(folder, sumsName), checksumFile(await sumsOf(folder)));

async function sumsOf(where: string): Promise<Map<string, string>> {
  const names = readdirSync(where).filter((name) => name !== sumsName);
  const sums = new Map<string, string>();
  for (const name of names.sort()) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(path.join(where, name)), hash);
    sums.set(name, hash.digest('hex'));
  }
  return sums;
}
