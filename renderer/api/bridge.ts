import type { Input, Output, Reply } from '../../shared/ipc/contract.ts';
import type { Channel, deskChannels, findChannels } from '../../shared/ipc/channels.ts';

type Calls<C extends Channel> = {
  readonly [N in C]: (input: Input<N>) => Promise<Reply<Output<N>>>;
};

/** What the preload exposes. The only way from a page of ours to the main process. */
interface Bridge {
  readonly calls: Calls<(typeof deskChannels)[number]> & Calls<(typeof findChannels)[number]>;
  readonly listen: (callback: (message: unknown) => void) => () => void;
}

declare global {
  interface Window {
    readonly ringcue: Bridge;
  }
}

export const calls = (): Bridge['calls'] => window.ringcue.calls;
export const listen: Bridge['listen'] = (callback) => window.ringcue.listen(callback);
