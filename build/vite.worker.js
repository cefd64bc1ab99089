import { nodeBundle } from './vite.node.js';

export default nodeBundle('electron/platform/storage/database-worker.ts', 'database-worker.cjs');
