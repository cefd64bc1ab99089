import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import path from 'node:path';
import { expect } from 'vitest';
import { z } from 'zod';

const sbomSchema = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(
    z.object({ group: z.string().optional(), name: z.string(), purl: z.string() }),
  ),
});

/** Of each that this Electron has: one that is not in the list is not decided. */
export async function expectEveryFuseSet(executable: string): Promise<void> {
  const on: readonly string[] = [
    'EnableCookieEncryption',
    'EnableEmbeddedAsarIntegrityValidation',
    'OnlyLoadAppFromAsar',
    'WasmTrapHandlers',
  ];
  const { version: _version, ...fuses } = await getCurrentFuseWire(executable);
  expect(Object.keys(fuses).length).toBeGreaterThanOrEqual(8);
  for (const [fuse, state] of Object.entries(fuses)) {
    const name = FuseV1Options[Number(fuse)] ?? '';
    expect(name, `fuse ${fuse}`).not.toBe('');
    expect(state, name).toBe(on.includes(name) ? FuseState.ENABLE : FuseState.DISABLE);
  }
}

/** The bundles, the licences of what is in them, and of the native addon the one file of this platform. */
export function expectOnlyWhatRuns(resources: string): void {
  const archive = path.join(resources, 'app.asar');
  const files = listPackage(archive, { isPack: false }).filter((file) => path.extname(file) !== '');
  expect(files.filter((file) => file.endsWith('.node'))).toEqual([
    expect.stringContaining(`/prebuilds/${process.platform}-${process.arch}/`),
  ]);
  expect(files.filter((file) => file.endsWith('.v8'))).toEqual([
    `/dist/main.${process.platform}-${process.arch}.v8`,
  ]);
  const others = files.filter((file) => !/^\/(dist|node_modules)\/|^\/package\.json$/.test(file));
  expect(others).toEqual([]);
  expect(files.filter((file) => /\.(map|c|cpp|h|ts)$/.test(file))).toEqual([]);
  const sbom = sbomSchema.parse(JSON.parse(extractFile(archive, 'dist/sbom.cdx.json').toString()));
  const parts = sbom.components.map(({ group, name }) => [group, name].filter(Boolean).join('/'));
  expect(parts).toEqual(
    expect.arrayContaining(['electron', 'react', '@photostructure/sqlite', 'ws']),
  );
  expect(parts).not.toContain('vitest');
  const licences = extractFile(archive, 'dist/third-party-licences.txt').toString('utf8');
  for (const name of ['react', '@photostructure/sqlite', '@fontsource-variable/inter', 'ws']) {
    expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
  }
}
