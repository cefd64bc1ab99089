import type { Client, deskContract, findContract } from '../../shared/contract/contract.ts';

/** What the preload exposes: the channels of this page, and its stream. The only way to the main process. */
interface Bridge {
  readonly calls: Client<keyof typeof deskContract> & Client<keyof typeof findContract>;
  readonly listen: (callback: (message: unknown) => void) => () => void;
}

declare global {
  interface Window {
    readonly ringcue: Bridge;
  }
}

export const calls = (): Bridge['calls'] => window.ringcue.calls;
export const listen: Bridge['listen'] = (callback) => window.ringcue.listen(callback);
