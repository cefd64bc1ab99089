import type { SourceView } from '../../../../shared/contract/source-views.ts';
import type { EventTrace } from '../../../../shared/model/log-entry.ts';

/**
 * What became of the first event. `ignored`: a message came, and its mapping makes no event of it. `unmatched`: the event
 * was read, but no rule ran.
 */
export type FirstEventState = 'waiting' | 'unreadable' | 'ignored' | 'unmatched' | 'matched';

export function firstEventState(
  view: Pick<SourceView, 'received' | 'rejected'> | undefined,
  trace: EventTrace | undefined,
): FirstEventState {
  if (trace !== undefined) {
    return trace.rules.some(({ reason }) => reason === undefined) ? 'matched' : 'unmatched';
  }
  if (view === undefined || view.received === 0) return 'waiting';
  return view.rejected > 0 ? 'unreadable' : 'ignored';
}
