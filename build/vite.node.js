import { builtinModules } from 'node:module';
import path from 'node:path';
import { asciiOnly } from './lib/ascii-only.mjs';
import { licenceList } from './lib/licences.mjs';
import { root } from './lib/paths.mjs';

/**
 * A CommonJS bundle for the main side. Node 20.18 is what Electron 33, our oldest runtime, carries.
 * External: Electron itself, Node's own modules, and the SQLite addon (a native file cannot be bundled).
 */
export function nodeBundle(entry, file, { plugins = [], ...options } = {}) {
  const { name } = path.parse(file);
  return {
    root,
    configFile: false,
    publicDir: false,
    plugins: [asciiOnly, ...plugins],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: path.join(root, entry),
      outDir: path.join(root, 'dist'),
      emptyOutDir: false,
      target: 'node20.18',
      minify: false,
      sourcemap: true,
      license: licenceList(name),
      rollupOptions: {
        external: [
          'electron',
          'original-fs',
          '@photostructure/sqlite',
          'bufferutil',
          'utf-8-validate',
          ...builtinModules,
          ...builtinModules.map((name) => `node:${name}`),
        ],
        // Code imported on demand becomes a file beside it. Without a hash in its name, each build replaces the last.
        output: { format: 'cjs', entryFileNames: file, chunkFileNames: `${name}-[name].cjs` },
      },
      ...options,
    },
  };
}
