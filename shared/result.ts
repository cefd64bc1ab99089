import { message as words, type Message } from './text/message.ts';

/** The outcome of something that can fail on outside data: a value, or a problem a person can read. */
export type Result<T, P = Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

/** What kind of refusal it is, where a caller acts on it and not only shows it. */
export const refusalCodes = ['locked', 'outdated', 'demo', 'storage'] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface Problem {
  /** Where it is, in the words of the document: `popups[0].url`. Empty when it concerns the whole. */
  readonly path: string;
  /** What is wrong and what to do. Never contains the value itself. */
  readonly message: Message;
  readonly code?: RefusalCode | undefined;
}

/**
 * An expected refusal from deep within, where no Result can be handed up. Whoever offers the operation turns it
 * into one by `refusable`; every other error stays a fault.
 */
export class Refusal extends Error {
  public constructor(
    public readonly said: Message,
    public readonly code: RefusalCode,
    public readonly path = '',
  ) {
    super(said.id);
  }
}

/** Runs what may refuse. What else it throws is thrown on. */
export function refusable<T>(run: () => T): Result<T> {
  try {
    return ok(run());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { path, said, code } = error;
    return { ok: false, problem: { path, message: said, code } };
  }
}

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = (
  message: Message,
  path = '',
): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem: { path, message } });

/** What is wrong together with where it is. */
export const located = ({ path, message }: Problem): Message =>
  path === '' ? message : words('problem.atPath', { path, problem: message });
