import { nodeBundle } from './vite.node.js';

export default nodeBundle('electron/features/demo/gateway-worker.ts', 'demo-worker.cjs');
