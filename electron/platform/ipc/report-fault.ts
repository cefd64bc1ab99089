import { randomBytes } from 'node:crypto';
import { errorText, type Log } from '../logging/log.ts';

/** Enough of a stack to find the place. */
const stackLength = 4_000;

/** Writes errors that nobody expected into the log, with their stack, under a reference that a person can read out. */
export const reportFault =
  (log: Log) =>
  (channel: string, error: unknown): string => {
    const reference = randomBytes(3).toString('hex').toUpperCase();
    const stack = error instanceof Error ? (error.stack ?? '').slice(0, stackLength) : '';
    log.error('fault', { reference, channel, problem: errorText(error), stack });
    return reference;
  };
