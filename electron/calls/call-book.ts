import { foldCall, insertEvent, type Call } from '../../shared/calls/fold-call.ts';
import type { HookableEvent } from '../../shared/model/call-event.ts';

/** Ended calls are kept this long for stragglers (a disposition comes after wrap-up), in milliseconds. */
const keepEnded = 30 * 60_000;
/** A call without any event for this long was lost on the way (milliseconds). */
const keepSilent = 12 * 3_600_000;
/** More at once than any desk sees; the oldest go first. */
const maxCalls = 2_000;

interface Entry {
  events: readonly HookableEvent[];
  call: Call;
  touchedAt: number;
}

/** The calls in memory, each with its events. */
export class CallBook {
  private readonly entries = new Map<string, Entry>();

  /**
   * Adds an event to its call.
   * @returns the call and the events known before, or undefined where this event came already
   */
  public add(
    event: HookableEvent,
    now: number,
  ): { call: Call; earlier: readonly HookableEvent[] } | undefined {
    const key = callKey(event);
    const earlier = this.entries.get(key)?.events ?? [];
    const events = insertEvent(earlier, event);
    const call = events && foldCall(events);
    if (events === undefined || call === undefined) return undefined;
    this.entries.delete(key); // so that the map stays in order of last touch
    this.entries.set(key, { events, call, touchedAt: now });
    this.prune(now);
    return { call, earlier };
  }

  public all(): Call[] {
    return [...this.entries.values()].map(({ call }) => call);
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
