import { createPackageWithOptions } from '@electron/asar';
import fs, { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { changedBesideArchive } from '../../../electron/startup/beside-archive.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** An archive with a worker and an addon beside it. */
async function packed() {
  const source = temporaryFolder();
  mkdirSync(path.join(source, 'dist'));
  mkdirSync(path.join(source, 'node_modules/addon'), { recursive: true });
  writeFileSync(path.join(source, 'dist/main.cjs'), 'main');
  writeFileSync(path.join(source, 'dist/a-worker.cjs'), 'worker');
  writeFileSync(path.join(source, 'node_modules/addon/addon.node'), 'addon');
  const archive = path.join(temporaryFolder(), 'app.asar');
  await createPackageWithOptions(source, archive, { unpack: '{**/*-worker.cjs,**/*.node}' });
  return { archive, beside: (name: string) => path.join(`${archive}.unpacked`, name) };
}

it('takes the files beside the archive as they were packed', async () => {
  const { archive } = await packed();
  expect(changedBesideArchive(archive, fs)).toBeUndefined();
});

it('names a file that was changed, taken away or put there', async () => {
  const worker = 'dist/a-worker.cjs';
  const changed = await packed();
  appendFileSync(changed.beside(worker), '!');
  expect(changedBesideArchive(changed.archive, fs)).toBe(worker);
  const missing = await packed();
  rmSync(missing.beside(worker));
  expect(changedBesideArchive(missing.archive, fs)).toBe(worker);
  // Node looks into such folders before it looks for the addon that was packed.
  const added = await packed();
  mkdirSync(added.beside('node_modules/addon/build/Release'), { recursive: true });
  const own = 'node_modules/addon/build/Release/addon.node';
  writeFileSync(added.beside(own), 'other');
  expect(changedBesideArchive(added.archive, fs)).toBe(own);
});

it('leaves native code to a system that signs it, and nothing else', async () => {
  const { archive, beside } = await packed();
  appendFileSync(beside('node_modules/addon/addon.node'), ' signed');
  expect(changedBesideArchive(archive, fs, ['.node'])).toBeUndefined();
  expect(changedBesideArchive(archive, fs)).toBe('node_modules/addon/addon.node');
});
