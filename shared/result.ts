/** The outcome of something that can fail on outside data: a value, or a problem a person can read. */
export type Result<T, P = Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

/** What kind of refusal it is, where a caller acts on it and not only shows it. */
export const refusalCodes = ['locked', 'outdated', 'demo', 'storage'] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface Problem {
  /** Where it is, in the words of the document: `popups[0].url`. Empty when it concerns the whole. */
  readonly path: string;
  /** A sentence that says what is wrong and what to do. Never contains the value itself. */
  readonly message: string;
  readonly code?: RefusalCode | undefined;
}

/**
 * An expected refusal from deep within, where no Result can be handed up. Whoever offers the operation turns it
 * into one by `refusable`; every other error stays a fault.
 */
export class Refusal extends Error {
  public constructor(
    message: string,
    public readonly code: RefusalCode,
    public readonly path = '',
  ) {
    super(message);
  }
}

/** Runs what may refuse. What else it throws is thrown on. */
export function refusable<T>(run: () => T): Result<T> {
  try {
    return ok(run());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { path, message, code } = error;
    return { ok: false, problem: { path, message, code } };
  }
}

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = (
  message: string,
  path = '',
): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem: { path, message } });

/** "popups[0].url: must start with https://" or just the message. */
export const problemText = (problem: Problem): string =>
  problem.path === '' ? problem.message : `${problem.path}: ${problem.message}`;
