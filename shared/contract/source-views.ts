import type { z } from 'zod';
import type { sourcePhaseSchema } from '../model/log-entry.ts';
import type { Message } from '../text/message.ts';

/** How the connection of one source is doing. */
export type SourcePhase = z.infer<typeof sourcePhaseSchema>;

/** What an agent has to do who signs in with the company's account. */
export interface SignInView {
  /** `browser`: it goes on there. */
  readonly phase: 'needed' | 'browser';
  /** Why the last attempt failed. */
  readonly problem: Message | null;
  /** Milliseconds since 1970, while the sign-in before still lasts. */
  readonly endsAt?: number | undefined;
}

export interface SourceView {
  readonly id: string;
  readonly name: string;
  readonly phase: SourcePhase;
  /** What is wrong and what to do; null when all is well. */
  readonly problem: Message | null;
  readonly signIn?: SignInView | undefined;
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
