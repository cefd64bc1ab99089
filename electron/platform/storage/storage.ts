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
import type { CallOutcome, CallRow } from '../../../shared/model/call-record.ts';
import type { JournalRow, JournalSearch } from '../../../shared/model/journal.ts';
import type { DeliveryState } from '../../../shared/model/delivery.ts';

/** What the app keeps in its database, as ports: no caller knows about SQL or the worker. */

export interface ClaimStore {
  /** Claims since a time (milliseconds since 1970), oldest first. */
  readonly since: (time: number) => Promise<readonly { key: string; at: number }[]>;
  readonly add: (key: string, at: number) => Promise<void>;
}

export interface SeenStore {
  /** The newest keys, oldest of them first. */
  readonly newest: (count: number) => Promise<readonly string[]>;
  /** Adds keys and keeps only the newest. */
  readonly add: (keys: readonly string[], keep: number) => Promise<void>;
}

/** One popup that was asked for. `request` is the JSON needed to open it again. */
export interface PopupRecord {
  readonly id: string;
  /** Key of the agent who sat here: another agent does not get to see it. */
  readonly agent: string;
  readonly at: number;
  readonly popupId: string;
  readonly popupName: string;
  readonly caller: string;
  readonly queue: string;
  readonly outcome: 'opened' | 'failed';
  readonly problem: string;
  readonly lateSeconds: number;
  readonly callKey: string;
  readonly request: string;
}

export interface HistoryStore {
  readonly add: (record: PopupRecord) => Promise<void>;
  /** Newest first. */
  readonly newest: (agent: string, count: number) => Promise<readonly PopupRecord[]>;
  /** When each popup was last asked for. */
  readonly lastUsed: () => Promise<readonly { popupId: string; at: number }[]>;
}

/** Small values by name: places of windows and the like. */
export interface NoteStore {
  readonly all: (prefix: string) => Promise<readonly { name: string; value: string }[]>;
  /** An empty value takes the name away. */
  readonly set: (name: string, value: string) => Promise<void>;
}

/** The durable queue of webhooks on their way. */
export interface OutboxStore {
  /** Resolves when they are on disk. @returns the ids that were not there yet */
  readonly add: (deliveries: readonly NewDelivery[]) => Promise<readonly string[]>;
  /** Everything that is still to be sent, oldest first. */
  readonly waiting: () => Promise<readonly DeliveryRecord[]>;
  /** The request as JSON; null where the delivery is gone. */
  readonly request: (id: string) => Promise<string | null>;
  readonly attempted: (outcome: AttemptOutcome) => Promise<void>;
  readonly settle: (settlement: Settlement) => Promise<void>;
  /** Newest first. */
  readonly list: (query: DeliveryQuery) => Promise<{ rows: DeliveryRecord[]; total: number }>;
  readonly attempts: (id: string) => Promise<readonly AttemptRecord[]>;
  readonly counts: () => Promise<readonly { state: DeliveryState; count: number }[]>;
  /** Makes dead and expired deliveries wait again. @returns what waits now */
  readonly revive: (revival: Revival) => Promise<readonly DeliveryRecord[]>;
  /** Requests, as JSON, of what is not delivered: it may be sent, or sent again. */
  readonly unsettled: () => Promise<readonly string[]>;
  /** Deletes some of what is old. @returns how many; call again until 0 */
  readonly prune: (retention: Retention) => Promise<number>;
}

/** The log. */
export interface JournalStore {
  /** Writes rows; one with a known id takes the place of the earlier. */
  readonly put: (rows: readonly Omit<JournalRow, 'number'>[]) => Promise<void>;
  /** Newest first. */
  readonly search: (search: JournalSearch) => Promise<readonly JournalRow[]>;
  readonly byId: (id: string) => Promise<JournalRow | null>;
  /** Deletes some of what is old. @returns how many; call again until 0 */
  readonly prune: (retention: Retention) => Promise<number>;
}

/** A call as it is written. `text` is what the search looks through, folded. */
export interface StoredCall extends Pick<
  CallRow,
  'callKey' | 'startedAt' | 'answeredAt' | 'endedAt' | 'outcome' | 'data'
> {
  /** Key of the agent whose call it was. */
  readonly agent: string;
  readonly text: string;
}

export interface StoredCallSearch {
  readonly agent: string;
  /** Folded; of each one way to write it must be in the text. */
  readonly words: readonly (readonly string[])[];
  readonly outcome?: CallOutcome | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** The history of calls. */
export interface CallStore {
  /** Writes calls; one of the same agent and key takes the place of the earlier. */
  readonly put: (calls: readonly StoredCall[]) => Promise<void>;
  /** Newest first. */
  readonly search: (search: StoredCallSearch) => Promise<readonly CallRow[]>;
  readonly byKey: (agent: string, callKey: string) => Promise<CallRow | null>;
  readonly noted: (agent: string, callKey: string, at: number) => Promise<void>;
  /** At start: how the calls of an earlier run ended is not known. */
  readonly leave: () => Promise<void>;
  /** Deletes some of what is old. @returns how many; call again until 0 */
  readonly prune: (retention: Retention) => Promise<number>;
}

export interface Storage {
  readonly calls: CallStore;
  readonly journal: JournalStore;
  readonly outbox: OutboxStore;
  readonly claims: ClaimStore;
  readonly seen: SeenStore;
  readonly history: HistoryStore;
  readonly notes: NoteStore;
  /** Resolves when everything accepted so far is on disk and the file is closed. */
  readonly close: () => Promise<void>;
}
