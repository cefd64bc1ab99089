import { nodeBundle } from './vite.node.js';

export default nodeBundle('electron/storage/database-worker.ts', 'database-worker.cjs');
