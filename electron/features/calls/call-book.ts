import { foldCall, type Call } from '../../../shared/calls/fold-call.ts';
import { beginsNewCall } from '../../../shared/calls/new-call.ts';
import { insertEvent } from '../../../shared/calls/order-events.ts';
import type { RuleableEvent } from '../../../shared/model/call-event.ts';
import { roughBytes } from '../../../shared/json/rough-bytes.ts';
import { limits } from '../../../shared/limits.ts';
import { callKeyOf, type KnownCall } from './call-key.ts';

/** Ended calls are kept this long for stragglers (a disposition comes after wrap-up), in milliseconds. */
const keepEnded = 30 * 60_000;
/** A call without any event for this long was lost on the way (milliseconds). */
const keepSilent = 12 * 3_600_000;
/** More at once than any desk sees; the oldest go first. */
const maxCalls = 2_000;

/** A call in memory. */
export interface BookedCall {
  readonly key: string;
  readonly events: readonly RuleableEvent[];
  readonly call: Call;
  /** Milliseconds since 1970: when an earlier run saw it end. */
  readonly endedEarlier: number | undefined;
}

interface Entry {
  readonly key: string;
  readonly endedEarlier: number | undefined;
  /** Calls that use the same id, one after the other, have this in common. */
  readonly id: string;
  events: readonly RuleableEvent[];
  call: Call;
  touchedAt: number;
  /** Of its events in memory. */
  bytes: number;
  /** One of the current agent's calls. */
  mine: boolean;
  /** Ids of its events that are the current agent's. */
  readonly mineIds: Set<string>;
}

/** The calls in memory, each with its events. A call id can be used again: then it names another call. */
export class CallBook {
  /** In order of last touch. */
  private readonly entries = new Map<string, Entry>();
  /** The keys of the calls with one id, oldest first. */
  private readonly keysById = new Map<string, string[]>();
  /** Calls of an earlier run, by id: their events are not known any more. */
  private readonly earlier = new Map<string, KnownCall>();
  /** Each event is measured once. */
  private readonly sizes = new WeakMap<RuleableEvent, number>();
  private bytes = 0;

  /** What an earlier run knew, so that a call that goes on over a restart stays the same call. */
  public restore(calls: readonly KnownCall[]): void {
    for (const call of calls) this.earlier.set(idOf(call), call);
  }

  /**
   * Adds an event to its call.
   * @returns the call; undefined where this event came already
   */
  public add(event: RuleableEvent, now: number): BookedCall | undefined {
    const key = this.keyFor(event);
    const known = this.entries.get(key);
    const events = insertEvent(known?.events ?? [], event);
    const isNewest = events?.at(-1)?.id === event.id;
    const call = events && foldCall(events, isNewest ? known?.call.data : undefined);
    if (events === undefined || call === undefined) return undefined;
    const entry = known ?? this.begin(event, key, call);
    Object.assign(entry, { events, call, touchedAt: now });
    this.measure(entry);
    this.entries.delete(key); // so that the map stays in order of last touch
    this.entries.set(key, entry);
    this.prune(now);
    return entry;
  }

  /** The call an event belongs to: the one that has it, else the one it would join. */
  public of(event: RuleableEvent): BookedCall | undefined {
    return this.entryWith(event) ?? this.entries.get(this.keyFor(event));
  }

  /** Where an event would begin a call. */
  public isNewCall(event: RuleableEvent): boolean {
    return this.of(event) === undefined && this.earlierOf(event) === undefined;
  }

  /** Whether this very event came already. */
  public has(event: RuleableEvent): boolean {
    return this.entryWith(event) !== undefined;
  }

  /** Keeps whose an event is. One of the current agent's makes its call one of theirs. */
  public own(event: RuleableEvent, isMine: boolean): void {
    const entry = this.entryWith(event);
    if (entry === undefined || !isMine) return;
    entry.mine = true;
    entry.mineIds.add(event.id);
  }

  /** Whether an event is the current agent's, as it was decided when it came. */
  public isMine(event: RuleableEvent): boolean {
    return this.sameId(event).some(({ mineIds }) => mineIds.has(event.id));
  }

  /** Decides anew whose each event is; whose calls these were stays. */
  public ownAnew(ownerOf: (event: RuleableEvent, call: BookedCall) => { isMine: boolean }): void {
    for (const entry of this.entries.values()) {
      entry.mineIds.clear();
      for (const event of entry.events) {
        if (ownerOf(event, entry).isMine) entry.mineIds.add(event.id);
      }
    }
  }

  /** All of them, the last touched first. */
  public newest(): readonly BookedCall[] {
    return [...this.entries.values()].reverse();
  }

  /** Each of this agent's calls. */
  public mine(): BookedCall[] {
    return [...this.entries.values()].filter(({ mine }) => mine);
  }

  /** One of them, by its key. */
  public mineAt(key: string): BookedCall | undefined {
    const entry = this.entries.get(key);
    return entry?.mine === true ? entry : undefined;
  }

  /** Another agent is set: what was decided for the agent before no longer counts. */
  public forgetMine(): void {
    for (const entry of this.entries.values()) entry.mine = false;
    this.earlier.clear();
  }

  private sameId(event: RuleableEvent): Entry[] {
    const keys = this.keysById.get(idOf(event)) ?? [];
    return keys.flatMap((key) => this.entries.get(key) ?? []);
  }

  private entryWith(event: RuleableEvent): Entry | undefined {
    return this.sameId(event).findLast(({ events }) => events.some(({ id }) => id === event.id));
  }

  private keyFor(event: RuleableEvent): string {
    const calls = this.sameId(event);
    const newest = calls.at(-1);
    if (newest === undefined) return this.earlierOf(event)?.key ?? this.newKey(event);
    // What comes late is of a call before, unless it is the beginning of the one whose end came first.
    const place = calls.findLastIndex(
      ({ call }, index) =>
        index === 0 || event.untimed === true || event.occurredAt >= call.startedAt,
    );
    const call = calls[place] ?? newest;
    if (!beginsNewCall(event, call.events, call.call.data)) return call.key;
    return calls[place + 1]?.key ?? this.newKey(event);
  }

  private earlierOf(event: RuleableEvent): KnownCall | undefined {
    const call = this.earlier.get(idOf(event));
    if (call?.endedAt === undefined || event.kind !== 'call.state') return call;
    const begins = event.stage === 'ringing' || event.stage === 'queued';
    return begins && event.occurredAt > call.endedAt ? undefined : call;
  }

  private newKey(event: RuleableEvent): string {
    let at = event.occurredAt;
    while (this.entries.has(callKeyOf(event, at))) at += 1;
    return callKeyOf(event, at);
  }

  private begin(event: RuleableEvent, key: string, call: Call): Entry {
    const id = idOf(event);
    const keys = this.keysById.get(id);
    if (keys === undefined) this.keysById.set(id, [key]);
    else keys.push(key);
    const earlier = this.earlier.get(id);
    const endedEarlier = earlier?.key === key ? earlier.endedAt : undefined;
    const mineIds = new Set<string>();
    const fresh = { events: [], call, touchedAt: 0, bytes: 0, mine: false };
    return { key, id, endedEarlier, mineIds, ...fresh };
  }

  private measure(entry: Entry): void {
    let bytes = 0;
    for (const event of entry.events) {
      const size = this.sizes.get(event) ?? roughBytes(event);
      this.sizes.set(event, size);
      bytes += size;
    }
    this.bytes += bytes - entry.bytes;
    entry.bytes = bytes;
  }

  private prune(now: number): void {
    for (const { key, id, call, touchedAt, bytes } of this.entries.values()) {
      const limit = call.endedAt === undefined ? keepSilent : keepEnded;
      const isFull = this.entries.size > maxCalls || this.bytes > limits.callBytes;
      // All that follow were touched later.
      if (!isFull && now - touchedAt <= keepEnded) break;
      if (now - touchedAt <= limit && (!isFull || this.entries.size === 1)) continue;
      this.entries.delete(key);
      this.bytes -= bytes;
      const left = (this.keysById.get(id) ?? []).filter((one) => one !== key);
      if (left.length === 0) this.keysById.delete(id);
      else this.keysById.set(id, left);
    }
  }
}

const idOf = ({ source, linkedCallId }: { source: string; linkedCallId: string }): string =>
  JSON.stringify([source, linkedCallId]);
