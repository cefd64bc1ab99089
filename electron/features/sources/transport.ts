import type { Framing } from '../../../shared/frames/framings.ts';
import type { Message } from '../../../shared/text/message.ts';
import type { ListenPlace } from '../../platform/ports/http-listener.ts';

/** How a transport is doing. `problem` is a sentence for people; empty when all is well. */
export type TransportStatus =
  | {
      readonly phase: 'stopped' | 'connecting' | 'connected';
      readonly problem: null;
      /** Where it listens, for a transport that is called. */
      readonly place?: ListenPlace | undefined;
    }
  | { readonly phase: 'waiting'; readonly problem: Message; readonly retryAt: number };

/** One message as it came. */
export interface Frame {
  /** Undefined where it was not text. */
  readonly text: string | undefined;
  readonly bytes: number;
  /** Milliseconds since 1970, by our clock. */
  readonly receivedAt: number;
  /** How the text is written, where the transport knows it. */
  readonly framing?: Framing | undefined;
  /** Subject or topic, where the transport has such. */
  readonly topic?: string | undefined;
  /** True for backlog from an outage: it may be stale. */
  readonly waited?: boolean | undefined;
}

/** What became of a frame. */
export interface Handling {
  /** Resolves when the next frame may come. */
  readonly taken: Promise<void>;
  /**
   * Resolves when all that this frame and those before it brought was acted on; never, where the app stops before that: then it
   * has to come again.
   */
  readonly done: Promise<void>;
}

/** A frame that brought nothing to wait for. */
export const handled: Handling = { taken: Promise.resolve(), done: Promise.resolve() };

export interface TransportHandlers {
  readonly frame: (frame: Frame) => Handling;
  readonly status: (status: TransportStatus) => void;
}

/** Brings frames from somewhere. Started once, stopped once. */
export interface Transport {
  readonly start: () => void;
  readonly stop: () => void;
  /** After sleep: find out within two seconds whether the connection still lives. */
  readonly probe: () => void;
}
