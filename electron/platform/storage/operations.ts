import type {
  AttemptOutcome,
  AttemptRecord,
  DeliveryQuery,
  DeliveryRecord,
  NewDelivery,
  Retention,
  Revival,
  Settlement,
} from './outbox-records.ts';
import type { PopupRecord, StoredCall, StoredCallSearch } from './storage.ts';
import type { CallRow } from '../../../shared/model/call-record.ts';
import type { JournalRow, JournalSearch } from '../../../shared/model/journal.ts';
import type { DeliveryState } from '../../../shared/model/delivery.ts';

/** Everything the worker can be asked, with its arguments and its answer. */
export interface Operations {
  'claims.since': { input: number; output: { key: string; at: number }[] };
  'claims.add': { input: { key: string; at: number }; output: null };
  'seen.newest': { input: number; output: string[] };
  'seen.add': { input: { keys: readonly string[]; keep: number }; output: null };
  'history.add': { input: PopupRecord; output: null };
  'history.newest': { input: { agent: string; count: number }; output: PopupRecord[] };
  'history.lastUsed': { input: null; output: { popupId: string; at: number }[] };
  'notes.all': { input: string; output: { name: string; value: string }[] };
  'notes.set': { input: { name: string; value: string }; output: null };
  'outbox.add': { input: readonly NewDelivery[]; output: string[] };
  'outbox.waiting': { input: null; output: DeliveryRecord[] };
  'outbox.request': { input: string; output: string | null };
  'outbox.attempted': { input: AttemptOutcome; output: null };
  'outbox.settle': { input: Settlement; output: null };
  'outbox.list': { input: DeliveryQuery; output: { rows: DeliveryRecord[]; total: number } };
  'outbox.attempts': { input: string; output: AttemptRecord[] };
  'outbox.counts': { input: null; output: { state: DeliveryState; count: number }[] };
  'outbox.revive': { input: Revival; output: DeliveryRecord[] };
  'outbox.unsettled': { input: null; output: string[] };
  'outbox.prune': { input: Retention; output: number };
  'journal.put': { input: readonly Omit<JournalRow, 'number'>[]; output: null };
  'journal.search': { input: JournalSearch; output: JournalRow[] };
  'journal.byId': { input: string; output: JournalRow | null };
  'journal.prune': { input: Retention; output: number };
  'calls.put': { input: readonly StoredCall[]; output: null };
  'calls.search': { input: StoredCallSearch; output: CallRow[] };
  'calls.byKey': { input: { agent: string; callKey: string }; output: CallRow | null };
  'calls.noted': { input: { agent: string; callKey: string; at: number }; output: null };
  'calls.leave': { input: null; output: null };
  'calls.prune': { input: Retention; output: number };
  close: { input: null; output: null };
}

export type OperationName = keyof Operations;

/** One function for each operation. */
export type OperationHandlers = {
  readonly [N in OperationName]: (input: Operations[N]['input']) => Operations[N]['output'];
};
