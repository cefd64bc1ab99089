import path from 'node:path';
import { nodeBundle } from '../vite.node.js';
import { root } from './paths.mjs';

/** The gateway's program and its workers, which have to lie beside it. */
const parts = [
  ['gateway/main.ts', 'gateway.cjs'],
  ['gateway/store/store-worker.ts', 'store-worker.cjs'],
  ['gateway/events/mapping-process.ts', 'mapping-process.cjs'],
];

/** Builds the gateway for Node 20. @param folder inside the project, where the SQLite addon is found */
export async function bundleGateway(folder = path.join(root, 'dist/gateway')) {
  const { build } = await import('vite');
  for (const [entry, file] of parts) {
    const config = nodeBundle(entry, file);
    await build({ ...config, build: { ...config.build, outDir: folder }, logLevel: 'warn' });
  }
  return path.join(folder, 'gateway.cjs');
}
