import type { CallRecordView } from '../../../shared/contract/call-views.ts';
import type { Reply } from '../../../shared/contract/reply.ts';
import type { CallSearch } from '../../../shared/model/call-record.ts';
import { calls } from '../../api/bridge.ts';

/** One page of the agent's own calls. */
export async function fetchCalls(search: CallSearch): Promise<Reply<readonly CallRecordView[]>> {
  const reply = await calls()['calls.search'](search);
  return reply.ok ? { ok: true, value: reply.value.calls } : reply;
}
