/** How a transport is doing. `problem` is a sentence for people; empty when all is well. */
export type TransportStatus =
  | { readonly phase: 'stopped' | 'connecting' | 'connected'; readonly problem: string }
  | { readonly phase: 'waiting'; readonly problem: string; readonly retryAt: number };

export interface TransportHandlers {
  /** One frame; undefined where it was not text. `receivedAt` in milliseconds since 1970. */
  readonly frame: (text: string | undefined, bytes: number, receivedAt: number) => void;
  readonly status: (status: TransportStatus) => void;
}

/** Brings frames from somewhere. Started once, stopped once. */
export interface Transport {
  readonly start: () => void;
  readonly stop: () => void;
  /** After sleep: find out within two seconds whether the connection still lives. */
  readonly probe: () => void;
}
