import { nodeBundle } from './vite.node.js';

export default nodeBundle('electron/sources/mapping/mapping-worker.ts', 'mapping-worker.cjs');
