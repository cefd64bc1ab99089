import type { Clock } from '../../platform/clock.ts';
import type { TokenAnswer } from './token-request.ts';

/** Timers of more milliseconds run at once. */
const longestTimer = 2 ** 31 - 1;

export type GivenToken = Extract<TokenAnswer, { ok: true }>;

/**
 * Asks for another token before this one ends.
 *
 * @param replaced told of it; the connection with the old one lives until then
 * @returns ends it
 */
export function renewToken(
  given: GivenToken,
  ask: () => Promise<TokenAnswer>,
  clock: Clock,
  replaced: (token: GivenToken) => void,
): () => void {
  let isOver = false;
  let cancel: () => void = () => undefined;
  const wait = ({ renewAt }: GivenToken): void => {
    if (renewAt === undefined) return;
    cancel = clock.after(Math.min(renewAt - clock.now(), longestTimer), () => {
      void ask().then((answer) => {
        if (isOver || !answer.ok) return;
        if (answer.token === given.token) wait(answer);
        else replaced(answer);
      });
    });
  };
  wait(given);
  return () => {
    isOver = true;
    cancel();
  };
}
