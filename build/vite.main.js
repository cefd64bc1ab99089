import { dropCodeCache } from './lib/code-cache.mjs';
import { nodeBundle } from './vite.node.js';

export default nodeBundle('electron/main.ts', 'main.cjs', { plugins: [dropCodeCache] });
