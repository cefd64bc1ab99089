import { callOfClaim } from '../../../shared/matching/dedupe-key.ts';
import { limits } from '../../../shared/limits.ts';
import type { ClaimStore } from '../../platform/storage/storage.ts';

/** Longer than any call lasts, so that a restart in the middle of one opens nothing twice. */
export const claimLifetime = 24 * 3_600_000;

/**
 * Who has already acted on what. Claimed in memory before the popup opens and written after: a crash in
 * between may pop twice, never zero times.
 */
export class Claims {
  private readonly keys = new Map<string, number>();
  /** Calls that a rule has acted on. */
  private readonly calls = new Set<string>();
  private bytes = 0;

  public constructor(private readonly store: ClaimStore) {}

  /** Reads what earlier runs claimed. Await it before the first event. */
  public async load(now: number): Promise<void> {
    for (const { key, at } of await this.store.since(now - claimLifetime)) this.keep(key, at);
  }

  /** True for the first who asks. */
  public claim(key: string, now: number): boolean {
    if (this.keys.has(key)) return false;
    this.keep(key, now);
    for (const [old, at] of this.keys) {
      // In order of time, so the rest is younger.
      if (now - at <= claimLifetime && this.bytes <= limits.claimBytes) break;
      this.keys.delete(old);
      this.bytes -= bytesOf(old);
      this.calls.delete(callOfClaim(old) ?? '');
    }
    return true;
  }

  private keep(key: string, at: number): void {
    if (!this.keys.has(key)) this.bytes += bytesOf(key);
    const call = callOfClaim(key);
    if (call !== undefined) this.calls.add(call);
    this.keys.set(key, at);
  }

  /** Whether a rule has acted on a call. */
  public hasActedOn(callKey: string): boolean {
    return this.calls.has(callKey);
  }

  /** How many claims begin so. */
  public count(prefix: string): number {
    let count = 0;
    for (const key of this.keys.keys()) if (key.startsWith(prefix)) count += 1;
    return count;
  }

  /** What follows the prefix in the newest claim that begins so: a JSON text, as the keys are made. */
  public last(prefix: string): string | undefined {
    let last: string | undefined;
    for (const key of this.keys.keys()) if (key.startsWith(prefix)) last = key;
    return last?.slice(prefix.length);
  }

  public async persist(key: string, now: number): Promise<void> {
    await this.store.add(key, now);
  }
}

/** Two a character, and what a member of a map costs. */
const bytesOf = (key: string): number => key.length * 2 + 64;
