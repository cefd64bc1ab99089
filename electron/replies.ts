import { outdatedPath, refused, type Reply } from '../shared/ipc/contract.ts';
import type { Result } from '../shared/result.ts';
import { OutdatedError } from './config/config-service.ts';
import { errorText } from './ports/log.ts';

/** What was thrown becomes a refusal for the form that asked. */
export function attemptFor<T>(run: () => T): Reply<T> {
  try {
    return { ok: true, value: run() };
  } catch (error) {
    return refused(errorText(error), error instanceof OutdatedError ? outdatedPath : '');
  }
}

export const attempt = (run: () => void): Reply<null> =>
  attemptFor(() => {
    run();
    return null;
  });

export const toReply = <T>(result: Result<T>): Reply<T> =>
  result.ok ? result : { ok: false, problems: [result.problem] };

export const doneOr = (result: Result<null>): Reply<null> => toReply(result);
