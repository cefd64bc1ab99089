import { nodeBundle } from './vite.node.js';

export default nodeBundle('electron/boot.ts', 'boot.cjs');
