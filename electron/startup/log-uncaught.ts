import { errorText, type Log } from '../platform/logging/log.ts';

/**
 * An error that nobody caught is written down, with where it happened. Electron's own answer is a dialog that
 * stops everything until somebody closes it: no popup would come any more, and the desk could not even quit.
 */
export function logUncaught(log: Log): void {
  const write = (kind: string) => (error: unknown) => {
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    log.error(kind, { problem: errorText(error), stack: stack.slice(0, 4_000) });
  };
  process.on('uncaughtException', write('uncaught error'));
  process.on('unhandledRejection', write('unhandled rejection'));
}
