import { nodeBundle } from './vite.node.js';

export default nodeBundle(
  'electron/features/sources/mapping/mapping-process.ts',
  'mapping-process.cjs',
);
