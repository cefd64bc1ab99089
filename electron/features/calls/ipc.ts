import { filterValues } from '../../../shared/calls/filter-values.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { refused } from '../../../shared/contract/reply.ts';
import type { CallDesk } from './call-desk.ts';
import type { CallHistory } from './call-history.ts';
import type { CallNotes } from './call-notes.ts';
import type { MissedCount } from './missed-count.ts';
import type { PopupService } from '../popups/index.ts';
import { doneAfter, toReply } from '../../platform/ipc/replies.ts';
import { message } from '../../../shared/text/message.ts';

interface Parts {
  readonly desk: CallDesk;
  readonly history: CallHistory;
  readonly notes: CallNotes;
  readonly missedCount: MissedCount;
  readonly popups: PopupService;
}

/** What the desk may do with the agent's calls. */
export function callHandlers({ desk, history, notes, missedCount, popups }: Parts) {
  return {
    'calls.search': async (search) => ({
      ok: true,
      value: { calls: await history.search(search) },
    }),
    'calls.filterValues': async () => ({
      ok: true,
      value: filterValues([...desk.filterFields(), ...(await history.filterFields())]),
    }),
    'calls.seen': () => doneAfter(() => missedCount.seen()),
    async 'call.popup'({ callKey, popupId }) {
      const call = await history.dataOf(callKey);
      if (call === undefined) return refused(message('problem.note.callDeleted'));
      return toReply(popups.openByPerson(popupId, callKey, call));
    },
    'call.note': async ({ callKey, ...note }) => toReply(await notes.send(callKey, note)),
    'call.keepNote': ({ callKey, ...note }) => doneAfter(() => notes.keep(callKey, note)),
  } satisfies Partial<Handlers>;
}
