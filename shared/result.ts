/** The outcome of something that can fail on outside data: a value, or a problem a person can read. */
export type Result<T, P = Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

export interface Problem {
  /** Where it is, in the words of the document: `popups[0].url`. Empty when it concerns the whole. */
  readonly path: string;
  /** A sentence that says what is wrong and what to do. Never contains the value itself. */
  readonly message: string;
}

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = (
  message: string,
  path = '',
): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem: { path, message } });

/** "popups[0].url: must start with https://" or just the message. */
export const problemText = (problem: Problem): string =>
  problem.path === '' ? problem.message : `${problem.path}: ${problem.message}`;
