import { done, type Reply } from '../../../shared/contract/reply.ts';
import type { Result } from '../../../shared/result.ts';

/** The result, or why it was refused, for the page that asked. */
export const toReply = <T>(result: Result<T>): Reply<T> =>
  result.ok ? result : { ok: false, problems: [result.problem] };

/** Does what cannot be refused. What it throws is a fault. */
export function doneAfter(run: () => void): Reply<null> {
  run();
  return done;
}
