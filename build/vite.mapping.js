import { nodeBundle } from './vite.node.js';

export default nodeBundle(
  'electron/features/sources/mapping/mapping-worker.ts',
  'mapping-worker.cjs',
);
