import type { Dispose } from '../events.ts';
import type { FilterFields } from '../../../shared/calls/filter-values.ts';
import type { CallNote } from '../../../shared/model/call-note.ts';
import type { CallRow, CallSearch } from '../../../shared/model/call-record.ts';
import type {
  DeliveryHealth,
  Failed,
  HealthSearch,
} from '../../../shared/model/delivery-health.ts';
import type {
  Attempt,
  Delivery,
  DeliverySearch,
  DeliveryState,
  NewDelivery,
  Outcome,
  SettledDelivery,
  WaitingDelivery,
} from '../../../shared/model/delivery.ts';
import type { LogRow, LogSearch } from '../../../shared/model/log-entry.ts';
import type { OverviewFigures, OverviewSearch } from '../../../shared/model/overview.ts';
import type { PopupRecord } from '../../../shared/model/popup-record.ts';

/**
 * Everything the database's worker does, by store. To add an operation, declare it here and write it in its
 * store's file: the port that the app calls, and the way to the worker, follow from this declaration.
 */
export interface Operations {
  readonly claims: {
    /** Claims since a time (milliseconds since 1970), oldest first. */
    readonly since: (time: number) => readonly { key: string; at: number }[];
    readonly add: (key: string, at: number) => void;
  };
  readonly seen: {
    /** The newest keys, oldest of them first. */
    readonly newest: (count: number) => readonly string[];
    /** Adds keys and keeps only the newest. */
    readonly add: (keys: readonly string[], keep: number) => void;
  };
  readonly popups: {
    readonly add: (record: PopupRecord) => void;
    /** Newest first. */
    readonly newest: (agent: string, count: number) => readonly PopupRecord[];
    /** When each popup was last asked for. */
    readonly lastUsed: () => readonly { popupId: string; at: number }[];
  };
  /** Small values by name: places of windows and the like. */
  readonly values: {
    readonly all: (prefix: string) => readonly { name: string; value: string }[];
    /** An empty value takes the name away. */
    readonly set: (name: string, value: string) => void;
  };
  /** The durable queue of webhooks on their way. */
  readonly outbox: {
    /** Answers when they are on disk. @returns of each, whether it is new */
    readonly add: (deliveries: readonly NewDelivery[]) => readonly boolean[];
    /** Everything that is still to be sent, oldest first. */
    readonly waiting: () => readonly WaitingDelivery[];
    /** The request as JSON; null where the delivery is gone. */
    readonly request: (id: string) => string | null;
    /** Writes attempts, and the deliveries as they are after them. */
    readonly attempted: (outcomes: readonly Outcome[]) => void;
    /** Writes what became of one that waited. */
    readonly settle: (delivery: SettledDelivery) => void;
    /** Newest first. */
    readonly list: (search: DeliverySearch) => { rows: readonly Delivery[]; total: number };
    readonly attempts: (id: string) => readonly Attempt[];
    readonly counts: () => readonly { state: DeliveryState; count: number }[];
    readonly health: (search: HealthSearch) => DeliveryHealth;
    /** Makes dead and expired deliveries wait again. @returns what waits now */
    readonly revive: (revival: Revival) => readonly WaitingDelivery[];
    /** Requests, as JSON, of what is not delivered: it may be sent, or sent again. */
    readonly unsettled: () => readonly string[];
    readonly prune: Prune;
  };
  /** The log. */
  readonly entryLog: {
    /** Writes rows; one with a known id takes the place of the earlier. */
    readonly put: (rows: readonly Omit<LogRow, 'number'>[]) => void;
    /** Newest first. */
    readonly search: (search: LogSearch) => readonly LogRow[];
    readonly byId: (id: string) => LogRow | null;
    readonly prune: Prune;
  };
  /** The history of calls. */
  readonly calls: {
    /** Writes calls; one of the same agent and key takes the place of the earlier. */
    readonly put: (calls: readonly StoredCall[]) => void;
    /** Newest first. */
    readonly search: (search: StoredCallSearch) => readonly CallRow[];
    readonly byKey: (agent: string, callKey: string) => CallRow | null;
    /** Of an agent's newest calls, newest first. */
    readonly filterFields: (agent: string, count: number) => readonly FilterFields[];
    /** A note was sent. Its text joins those of the call; empty: it is not kept. */
    readonly noted: (agent: string, callKey: string, at: number, note: CallNote) => void;
    /** Takes the texts of all notes away, of every agent. */
    readonly forgetNotes: () => void;
    /** Of calls that began since, whoever's they were: their keys, and when they ended (0: not yet). */
    readonly recent: (since: number) => readonly Pick<CallRow, 'callKey' | 'endedAt'>[];
    /** At start: how the calls of an earlier run ended is not known. */
    readonly leave: () => void;
    readonly prune: Prune;
  };
  /** Figures of all that is stored here. */
  readonly overview: {
    readonly read: (search: OverviewSearch) => OverviewFigures;
  };
  readonly file: {
    /** Answers when everything accepted so far is on disk and the file is closed. */
    readonly close: () => void;
  };
}

/** A damaged database that was set aside. */
export interface DatabaseDamage {
  /** Where it is now. */
  readonly file: string;
  /** How many deliveries were saved from it. */
  readonly deliveries: number;
}

/** Deletes some of what is old. @returns how many; call again until 0 */
export type Prune = (retention: Retention) => number;

export interface Retention {
  /** Settled before this. */
  readonly before: number;
  /** More settled ones than this: the oldest go. */
  readonly keep: number;
  readonly limit: number;
}

export interface Revival {
  /** These deliveries, or those that failed in this way. */
  readonly which: { readonly ids: readonly string[] } | { readonly failed: Failed };
  readonly now: number;
  readonly expiresAt: number;
  /** Another request in the place of the frozen one. */
  readonly request?: string | undefined;
  readonly host?: string | undefined;
  /** At most so many, so that a long list blocks nothing. */
  readonly limit: number;
}

/** A call as it is written. `text` is what the search looks through, folded. */
export interface StoredCall extends Pick<
  CallRow,
  'callKey' | 'startedAt' | 'rangAt' | 'answeredAt' | 'endedAt' | 'outcome' | 'data'
> {
  /** Key of the agent whose call it was. */
  readonly agent: string;
  readonly text: string;
}

export interface StoredCallSearch extends Omit<CallSearch, 'text'> {
  readonly agent: string;
  /** Folded; of each one way to write it must be in the text. */
  readonly words: readonly (readonly string[])[];
  readonly limit: number;
}

/** A store as the app sees it: no caller knows about SQL, and none waits for the disk. */
export type Port<Store> = {
  readonly [M in keyof Store]: Store[M] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<R>
    : never;
};

export type ClaimStore = Port<Operations['claims']>;
export type SeenStore = Port<Operations['seen']>;
export type PopupStore = Port<Operations['popups']>;
export type ValueStore = Port<Operations['values']>;
export type OutboxStore = Port<Operations['outbox']>;
export type LogStore = Port<Operations['entryLog']>;
export type CallStore = Port<Operations['calls']>;
export type OverviewStore = Port<Operations['overview']>;

export type Storage = {
  readonly [S in Exclude<keyof Operations, 'file'>]: Port<Operations[S]>;
} & Port<Operations['file']> & {
    /** Hears of each damaged database that is set aside, also of one that was before. */
    readonly onDamage: (listener: (damage: DatabaseDamage) => void) => Dispose;
  };
