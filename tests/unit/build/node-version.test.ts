import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../build/lib/paths.mjs';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly engines?: { readonly node?: string } }>>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/**
 * These name Node 22 as their minimum and run on the Node of package.json's engines as well: each is loaded here, on
 * whatever Node the tests run on. What Electron alone loads (its own Node) is bundled and not in the list.
 */
const namedNewer = {
  '@electron/asar': () => import('@electron/asar'),
  '@electron/fuses': () => import('@electron/fuses'),
  '@photostructure/sqlite': () => import('@photostructure/sqlite'),
  '@nats-io/nats-core': () => import('@nats-io/nats-core'), // with @nats-io/nuid
  cookie: () => import('cookie'), // of fastify's inject, which nothing of ours calls
};

/** Tools of electron-builder and of the `electron` package's own installer, and what only Electron loads. */
const others = [
  '@electron-internal/extract-zip',
  '@electron/get',
  '@electron/rebuild',
  '@nats-io/nuid',
  'conf',
  'electron',
  'electron-store',
  'node-abi',
];

it('knows each direct and indirect package that asks for a newer Node than package.json', () => {
  const asksForNewer = Object.entries((read('package-lock.json') as Lock).packages)
    .filter(([name, { engines }]) => name !== '' && /^>=\s*2[2-9]/.test(engines?.node ?? ''))
    .map(([name]) => name.replace(/^.*node_modules\//, ''));
  const known = [
    ...Object.keys(namedNewer).filter((name) => !name.includes('nats-core')),
    ...others,
  ];
  expect([...new Set(asksForNewer)].sort()).toEqual(known.sort());
});

it.each(Object.entries(namedNewer))('loads %s on this Node', async (_name, load) => {
  expect(Object.keys(await load()).length).toBeGreaterThan(0);
});

it('asks for the same Node in package.json and in the README', () => {
  const { engines } = read('package.json') as { engines: { node: string } };
  const wanted = engines.node.replace('>=', '');
  expect(readFileSync(path.join(root, 'README.md'), 'utf8')).toContain(`Node ${wanted} or newer`);
});
