import react from '@vitejs/plugin-react';
import path from 'node:path';
import { licenceList } from './lib/licences.mjs';
import { root } from './lib/paths.mjs';

export default {
  root: path.join(root, 'renderer'),
  configFile: false,
  base: './',
  plugins: [react()],
  build: {
    outDir: path.join(root, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    modulePreload: false,
    license: licenceList('renderer'),
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      input: {
        desk: path.join(root, 'renderer/desk.html'),
        'find-bar': path.join(root, 'renderer/find-bar.html'),
      },
    },
  },
};
