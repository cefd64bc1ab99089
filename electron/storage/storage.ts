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
  readonly set: (name: string, value: string) => Promise<void>;
}

export interface Storage {
  readonly claims: ClaimStore;
  readonly seen: SeenStore;
  readonly history: HistoryStore;
  readonly notes: NoteStore;
  /** Resolves when everything accepted so far is on disk and the file is closed. */
  readonly close: () => Promise<void>;
}
