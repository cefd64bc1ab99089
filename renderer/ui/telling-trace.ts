import type { EventTrace } from '../../shared/model/log-entry.ts';
import { waitsForOther } from '../../shared/model/skip-reason.ts';

/** What came of an event: a popup, one that did not open, or nothing on screen. */
export type Verdict = 'opened' | 'failed' | 'nothing';

export function verdictOf({ rules }: EventTrace): Verdict {
  const popups = rules.flatMap(({ actions }) => actions.filter(({ kind }) => kind === 'popup'));
  if (popups.some(({ outcome, notShown }) => outcome === 'done' && notShown !== true)) {
    return 'opened';
  }
  return popups.length > 0 ? 'failed' : 'nothing';
}

/** How much an event says about the whole call; the least says most. */
function rank(trace: EventTrace): number {
  const verdict = verdictOf(trace);
  if (verdict === 'opened') return 0;
  if (verdict === 'failed') return 1;
  // The same event again says nothing new.
  if (trace.repeated) return 5;
  if (trace.rules.some(({ reason }) => reason === undefined)) return 2;
  return trace.rules.some(({ reason }) => !waitsForOther(reason)) ? 3 : 4;
}

/** The event that answers why a call opened a popup or did not: of several, the first. */
export const tellingTrace = (traces: readonly EventTrace[]): EventTrace | undefined =>
  [...traces].sort((a, b) => rank(a) - rank(b) || a.receivedAt - b.receivedAt)[0];
