import { foldCall, insertEvent, type Call } from '../../../shared/calls/fold-call.ts';
import type { RuleableEvent } from '../../../shared/model/call-event.ts';

/** Ended calls are kept this long for stragglers (a disposition comes after wrap-up), in milliseconds. */
const keepEnded = 30 * 60_000;
/** A call without any event for this long was lost on the way (milliseconds). */
const keepSilent = 12 * 3_600_000;
/** More at once than any desk sees; the oldest go first. */
const maxCalls = 2_000;

interface Entry {
  events: readonly RuleableEvent[];
  call: Call;
  touchedAt: number;
  /** One of the current agent's calls. */
  mine: boolean;
  /** Ids of its events that are the current agent's. */
  mineIds: Set<string>;
}

/** The calls in memory, each with its events. */
export class CallBook {
  private readonly entries = new Map<string, Entry>();

  /**
   * Adds an event to its call.
   * @returns the call, or undefined where this event came already
   */
  public add(event: RuleableEvent, now: number): Call | undefined {
    const key = callKey(event);
    const known = this.entries.get(key);
    const events = insertEvent(known?.events ?? [], event);
    const isNewest = events?.at(-1)?.id === event.id;
    const call = events && foldCall(events, isNewest ? known?.call : undefined);
    if (events === undefined || call === undefined) return undefined;
    this.entries.delete(key); // so that the map stays in order of last touch
    this.entries.set(key, { events, call, touchedAt: now, ...mineOf(known) });
    this.prune(now);
    return call;
  }

  /** All that is known of the call an event belongs to. */
  public of(event: RuleableEvent): { call: Call; events: readonly RuleableEvent[] } | undefined {
    return this.entries.get(callKey(event));
  }

  /** Whether this very event came already. */
  public has({ id, ...event }: RuleableEvent): boolean {
    return this.entries.get(callKey(event))?.events.some((known) => known.id === id) ?? false;
  }

  /** Keeps whose an event is. One of the current agent's makes its call one of theirs. */
  public own(event: RuleableEvent, isMine: boolean): void {
    const entry = this.entries.get(callKey(event));
    if (entry === undefined || !isMine) return;
    entry.mine = true;
    entry.mineIds.add(event.id);
  }

  /** Whether an event is the current agent's, as it was decided when it came. */
  public isMine(event: RuleableEvent): boolean {
    return this.entries.get(callKey(event))?.mineIds.has(event.id) ?? false;
  }

  /** Decides anew whose each event is; whose calls these were stays. */
  public ownAnew(ownerOf: (event: RuleableEvent, call: Call) => { isMine: boolean }): void {
    for (const entry of this.entries.values()) {
      const own = entry.events.filter((event) => ownerOf(event, entry.call).isMine);
      entry.mineIds = new Set(own.map(({ id }) => id));
    }
  }

  /** The events of each of this agent's calls. */
  public mine(): (readonly RuleableEvent[])[] {
    return [...this.entries.values()].filter(({ mine }) => mine).map(({ events }) => events);
  }

  /** The events of one of them, by its key. */
  public mineAt(key: string): readonly RuleableEvent[] | undefined {
    const entry = this.entries.get(key);
    return entry?.mine === true ? entry.events : undefined;
  }

  /** Another agent is set: what was decided for the agent before no longer counts. */
  public forgetMine(): void {
    for (const entry of this.entries.values()) entry.mine = false;
  }

  private prune(now: number): void {
    for (const [key, { call, touchedAt }] of this.entries) {
      const limit = call.endedAt === undefined ? keepSilent : keepEnded;
      if (now - touchedAt > limit || this.entries.size > maxCalls) this.entries.delete(key);
    }
  }
}

const mineOf = (known: Entry | undefined): Pick<Entry, 'mine' | 'mineIds'> => ({
  mine: known?.mine ?? false,
  mineIds: known?.mineIds ?? new Set(),
});

export const callKey = (call: { source: string; linkedCallId: string }): string =>
  JSON.stringify([call.source, call.linkedCallId]);
