import {
  logEntrySchema,
  type LogEntry,
  type LogRow,
  type LogSearch,
  type UnreadEntry,
} from '../../../shared/model/log-entry.ts';
import { isJsonObject } from '../../../shared/json/json-value.ts';
import { roughBytes } from '../../../shared/json/rough-bytes.ts';
import { limits } from '../../../shared/limits.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import { upgradeLogData } from '../../../shared/model/log-upgrade.ts';
import type { Clock } from '../../platform/clock.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import type { LogStore } from '../../platform/storage/storage.ts';

/** Milliseconds: many entries make one write, and none of them keeps a popup waiting. */
const writeAfter = 400;
/** Entries in memory alone that one of them is looked for in. */
const mostPassing = 1_000;
/** Entries that may wait for a disk that does not answer. */
const mostWaiting = 20_000;

export interface EntryLogDeps {
  readonly store: LogStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Takes secrets out of a text. */
  readonly mask: (text: string) => string;
  /** Entries that are in memory alone, newest first. */
  readonly passing: (search: LogSearch) => readonly LogEntry[];
  /** Called with each written entry, to show or forward it. */
  readonly onWritten: (entries: readonly LogEntry[]) => void;
}

/** One entry of the log, with the number that orders it. */
export type NumberedEntry = (LogEntry | UnreadEntry) & { readonly number: number };

/** The log of all that the desk did, and why. */
export class EntryLog {
  private readonly waiting = new Map<string, () => LogEntry>();
  private bytes = 0;
  private lost = 0;
  private cancel: (() => void) | undefined;

  public constructor(private readonly deps: EntryLogDeps) {}

  public put(entry: LogEntry): void {
    this.putLater(entry.id, roughBytes(entry), () => entry);
  }

  /**
   * Writes soon. An entry with the id of an earlier one takes its place: a popup that was painted since.
   * @param bytes about what it keeps in memory until then
   * @param make run when it is written, as a call may be ringing now
   */
  public putLater(id: string, bytes: number, make: () => LogEntry): void {
    if (this.waiting.size >= mostWaiting || this.bytes >= limits.logQueueBytes) {
      this.lost += 1;
      return;
    }
    this.bytes += bytes;
    this.waiting.set(id, make);
    this.cancel ??= this.deps.clock.after(writeAfter, () => void this.flush());
  }

  /** In the order that is asked for, including entries just added. */
  public async search(search: LogSearch): Promise<readonly NumberedEntry[]> {
    await this.flush();
    const rows = (await this.deps.store.search(search)).map(entryOf);
    return withPassing(rows, this.passing(search), search);
  }

  public async byId(id: string): Promise<NumberedEntry | undefined> {
    await this.flush();
    const row = await this.deps.store.byId(id);
    if (row !== null) return entryOf(row);
    return this.passing({ text: '', limit: mostPassing }).find((one) => one.id === id);
  }

  /** Entries in memory alone, without secrets, as the database's are. */
  private passing(search: LogSearch): NumberedEntry[] {
    return this.deps.passing(search).map((entry) => entryOf({ number: 0, ...this.rowOf(entry) }));
  }

  /** Writes what waits. Never throws: it is called at quit. */
  public async flush(): Promise<void> {
    this.cancel?.();
    this.cancel = undefined;
    if (this.waiting.size === 0) return;
    const entries = [...this.waiting.values()].map((make) => make());
    this.waiting.clear();
    this.bytes = 0;
    if (this.lost > 0) this.deps.log.warn('log entries left out', { count: this.lost });
    this.lost = 0;
    try {
      await this.deps.store.put(entries.map((entry) => this.rowOf(entry)));
      this.deps.onWritten(entries);
    } catch (error) {
      this.deps.log.error('log not written', { problem: errorText(error) });
    }
  }

  private rowOf({ id, at, kind, callKey, text, ...rest }: LogEntry): Omit<LogRow, 'number'> {
    const { mask } = this.deps;
    // By leaves: in the whole text a secret could be the name of a member, or end in its quotation mark.
    const data = JSON.stringify(rest, (_name, value: unknown) =>
      typeof value === 'string' ? mask(value) : value,
    );
    return { id, at, kind, callKey, text: mask(text), data };
  }
}

/**
 * Entries in memory alone at their places among a page of the database's. Half a number above the row that follows, so that
 * the next page begins behind them.
 */
function withPassing(
  rows: readonly NumberedEntry[],
  passing: readonly NumberedEntry[],
  { before, limit, order }: LogSearch,
): readonly NumberedEntry[] {
  if (order === 'oldest') return beforePassing(rows, passing, { before, limit });
  const last = rows.at(-1);
  const newest = before === undefined ? Infinity : (rows[0]?.at ?? -Infinity);
  const oldest = rows.length < limit ? -Infinity : (last?.at ?? -Infinity);
  const here = passing.filter(({ at }) => at <= newest && at >= oldest);
  const numbered = here.map((entry): NumberedEntry => {
    const next = rows.find(({ at }) => at <= entry.at);
    return { ...entry, number: (next ?? { number: 0 }).number + 0.5 };
  });
  return [...rows, ...numbered].sort((a, b) => b.number - a.number || b.at - a.at).slice(0, limit);
}

/** Oldest first they follow the database's last page: they are of the last minutes. Half a number says that they were listed. */
function beforePassing(
  rows: readonly NumberedEntry[],
  passing: readonly NumberedEntry[],
  { before = 0, limit }: Pick<LogSearch, 'before' | 'limit'>,
): readonly NumberedEntry[] {
  if (rows.length >= limit || !Number.isInteger(before)) return rows;
  const number = (rows.at(-1)?.number ?? before) + 0.5;
  return [...rows, ...passing.map((entry) => ({ ...entry, number })).reverse()];
}

function entryOf({ number, data, ...row }: LogRow): NumberedEntry {
  const rest = parseJson(data);
  const entry = logEntrySchema.safeParse({
    ...row,
    ...(rest.ok && isJsonObject(rest.value) ? upgradeLogData(rest.value, row.kind) : {}),
  });
  return entry.success ? { number, ...entry.data } : { number, ...row, kind: 'unread' };
}
