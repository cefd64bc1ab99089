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
  mine: boolean;
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
    this.entries.set(key, { events, call, touchedAt: now, mine: known?.mine ?? false });
    this.prune(now);
    return call;
  }

  /** All that is known of the call an event belongs to. */
  public of(event: RuleableEvent): { call: Call; events: readonly RuleableEvent[] } | undefined {
    return this.entries.get(callKey(event));
  }

  /** Marks the call as one of the current agent. */
  public markMine(event: RuleableEvent): void {
    const entry = this.entries.get(callKey(event));
    if (entry !== undefined) entry.mine = true;
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

  /** Another agent sits down: whose calls these were counts no more. */
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

export const callKey = (call: { source: string; linkedCallId: string }): string =>
  JSON.stringify([call.source, call.linkedCallId]);
