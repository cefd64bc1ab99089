import type { z } from 'zod';
import type { sourcePhaseSchema } from '../model/log-entry.ts';
import type { Message } from '../text/message.ts';

/** How the connection of one source is doing. */
export type SourcePhase = z.infer<typeof sourcePhaseSchema>;

export interface SourceView {
  readonly id: string;
  readonly name: string;
  readonly phase: SourcePhase;
  /** What is wrong and what to do; null when all is well. */
  readonly problem: Message | null;
  /** True where the phone system calls this computer. */
  readonly isCalled?: boolean | undefined;
  /** Where it listens for that. */
  readonly place?: { readonly host: string; readonly port: number } | undefined;
  /** Milliseconds since 1970 of the next attempt, while waiting. */
  readonly retryAt?: number | undefined;
  /** Milliseconds since 1970 of the last event. */
  readonly lastEventAt?: number | undefined;
  readonly received: number;
  readonly rejected: number;
  /** Why the last refused frame was refused. */
  readonly lastRejection: Message | null;
}

/** Where a source of this computer is called; undefined where it does not listen now, or takes no links. */
export interface SourceAddress {
  readonly url: string | undefined;
  /** `ringcue://event/…` */
  readonly link: string | undefined;
}

/** One step of testing a source's connection. */
export interface TestStep {
  readonly name: 'name' | 'reach' | 'connect' | 'listen' | 'message';
  readonly outcome: 'ok' | 'failed' | 'open';
  /** What was found, or what is wrong and what to do. */
  readonly said: Message | null;
}
