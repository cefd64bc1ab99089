import type { CallFieldName } from '../model/call-fields.ts';

/** What is known of a number's calls before this one, for the agent to read while it rings. */
export interface CallerBefore {
  /** Calls within the seven days before this one. */
  readonly inWeek: number;
  /** When the last one began: milliseconds since 1970. */
  readonly lastAt: number;
  /** answered: somebody took it, `agent` where it is known who; missed: nobody did; other: not known. */
  readonly outcome: 'answered' | 'missed' | 'other';
  /** Empty where nothing says it. */
  readonly agent: string;
}

/** Milliseconds. */
export const week = 7 * 86_400_000;

const outcomes: Readonly<Record<string, CallerBefore['outcome']>> = {
  answered: 'answered',
  elsewhere: 'answered',
  missed: 'missed',
  unanswered: 'missed',
};

/**
 * @param fields of the call, with the facts of the calls before it
 * @param inWeek how many of those were within the last seven days
 * @returns undefined where no call before this one is known
 */
export function callerBefore(
  fields: Readonly<Partial<Record<CallFieldName, string>>>,
  inWeek: number,
): CallerBefore | undefined {
  const lastAt = Date.parse(fields.lastCallAt ?? '');
  if (!Number.isFinite(lastAt)) return undefined;
  const outcome = outcomes[fields.lastOutcome ?? ''] ?? 'other';
  // `lastAgent` took the last answered call, which may be an earlier one than the last.
  const agent = fields.lastOutcome === 'answered' ? (fields.lastAgent ?? '') : '';
  return { inWeek, lastAt, outcome, agent };
}
