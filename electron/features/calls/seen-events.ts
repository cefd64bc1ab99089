import { createHash } from 'node:crypto';
import type { CallEvent } from '../../../shared/model/call-event.ts';
import type { Clock } from '../../platform/clock.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import type { SeenStore } from '../../platform/storage/storage.ts';

/** A server that sends again goes back minutes, not more; this is hours of a busy feed. */
export const maxSeen = 20_000;
/** Milliseconds: many events make one write. */
const writeAfter = 500;

/**
 * Which events this desk has already acted on, by source and id, also before a restart. Written after the
 * act: a crash in between repeats an event (the claims then keep it from popping twice), never loses one.
 */
export class SeenEvents {
  private readonly keys = new Set<string>();
  private unwritten: string[] = [];
  private cancel: (() => void) | undefined;

  public constructor(
    private readonly store: SeenStore,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Reads what earlier runs saw. Await it before the first event. */
  public async load(): Promise<void> {
    for (const key of await this.store.newest(maxSeen)) this.keys.add(key);
  }

  public has(event: CallEvent): boolean {
    return this.keys.has(keyOf(event));
  }

  public add(event: CallEvent): void {
    const key = keyOf(event);
    if (this.keys.has(key)) return;
    this.keys.add(key);
    this.unwritten.push(key);
    for (const oldest of this.keys) {
      if (this.keys.size <= maxSeen) break;
      this.keys.delete(oldest);
    }
    this.cancel ??= this.clock.after(writeAfter, () => void this.flush());
  }

  /** Writes what is left. Never throws: it is called at quit. */
  public async flush(): Promise<void> {
    this.cancel?.();
    this.cancel = undefined;
    const keys = this.unwritten;
    if (keys.length === 0) return;
    this.unwritten = [];
    try {
      await this.store.add(keys, maxSeen);
    } catch (error) {
      this.log.warn('seen events not written', { problem: errorText(error) });
    }
  }
}

/** Ids can be long; their hash is not. */
const keyOf = ({ source, id }: CallEvent): string =>
  createHash('sha256')
    .update(JSON.stringify([source, id]))
    .digest('base64url')
    .slice(0, 24);
