export { readKept } from './kept-config.ts';
export { ManagedConfig } from './managed-config.ts';
export type { SharedConfig } from './open-config.ts';
