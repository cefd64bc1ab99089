import { nodeBundle } from './vite.node.js';

/** The gateway looks for it beside its own program, here the demo's. */
export default nodeBundle('gateway/store/store-worker.ts', 'store-worker.cjs');
