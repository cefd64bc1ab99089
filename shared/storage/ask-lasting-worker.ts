import { askWorker, type Peer } from './ask-worker.ts';

type Ask = (question: object) => Promise<unknown>;

/** Milliseconds: opening the database takes tens of them, and a worker that ends at once would take a core. */
const startAgainAfter = 1_000;

export interface LastingWorker {
  readonly ask: Ask;
  /** Asks for the last time: the worker ends after it. */
  readonly askLast: Ask;
}

/**
 * As askWorker, with a worker that is started again where it ended unasked: one that ran out of memory must not end all
 * storing until the next start of the program. What waited for it is rejected, as nothing says whether it was written.
 *
 * @param now milliseconds, of a clock that only runs forward
 * @param told hears what each of them says unasked
 */
export function askLastingWorker(
  start: () => Peer,
  now: () => number,
  told?: (news: unknown) => void,
): LastingWorker {
  const run = () => {
    const peer = start();
    const running = { ask: askWorker(peer, told), ended: false };
    peer.on('exit', () => (running.ended = true));
    return running;
  };
  let running = run();
  let startedAgainAt = -Infinity;
  let isLast = false;
  const ask: Ask = (question) => {
    if (running.ended && !isLast && now() - startedAgainAt >= startAgainAfter) {
      startedAgainAt = now();
      running = run();
    }
    return running.ask(question);
  };
  return {
    ask,
    askLast(question) {
      isLast = true;
      return ask(question);
    },
  };
}
