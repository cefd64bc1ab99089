import type { Problem } from '../result.ts';
import type { Message } from '../text/message.ts';

/** The answer of every channel: a value, or problems to show at their field. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const done: Reply<null> = { ok: true, value: null };

export const refused = (message: Message, path = ''): Reply<never> => ({
  ok: false,
  problems: [{ path, message }],
});
