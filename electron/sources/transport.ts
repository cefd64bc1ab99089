/** How a transport is doing. `problem` is a sentence for people; empty when all is well. */
export type TransportStatus =
  | { readonly phase: 'stopped' | 'connecting' | 'connected'; readonly problem: string }
  | { readonly phase: 'waiting'; readonly problem: string; readonly retryAt: number };

/** One message as it came. */
export interface Frame {
  /** Undefined where it was not text. */
  readonly text: string | undefined;
  readonly bytes: number;
  /** Milliseconds since 1970, by our clock. */
  readonly receivedAt: number;
  /** Subject or topic, where the transport has such. */
  readonly topic?: string | undefined;
  /** True for what was waiting while this desk was away: it may be stale. */
  readonly waited?: boolean | undefined;
}

export interface TransportHandlers {
  /** A promise resolves when what the frame brought has been handed on: only then it may be acknowledged. */
  readonly frame: (frame: Frame) => void | Promise<void>;
  readonly status: (status: TransportStatus) => void;
}

/** Brings frames from somewhere. Started once, stopped once. */
export interface Transport {
  readonly start: () => void;
  readonly stop: () => void;
  /** After sleep: find out within two seconds whether the connection still lives. */
  readonly probe: () => void;
}
