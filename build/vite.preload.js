import { nodeBundle } from './vite.node.js';

export default nodeBundle('electron/preload.ts', 'preload.cjs');
