import { z } from 'zod';
import type { DeskState } from '../../shared/contract/views.ts';
import { calls, listen } from './bridge.ts';

const patchSchema = z.object({
  revision: z.number(),
  patch: z.custom<Partial<DeskState>>((value) => typeof value === 'object' && value !== null),
});

/** The main process answers within a few milliseconds or refuses; after this pause it is asked again (milliseconds). */
const askAgainAfter = 1_000;

/** The desk's copy of the state: fetched whole once, then patched; a gap or a failed answer fetches it again. */
export class DeskStore {
  private state: DeskState | undefined;
  private revision = -1;
  /** The newest revision heard of. */
  private newest = -1;
  private fetching = false;
  private again: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private stopListening: (() => void) | undefined;

  public readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  public readonly snapshot = (): DeskState | undefined => this.state;

  public start(): void {
    this.stopListening = listen((message) => this.receive(message));
    void this.fetch();
  }

  public stop(): void {
    clearTimeout(this.again);
    this.stopListening?.();
    this.stopListening = undefined;
  }

  /** Fetches everything again; it is live anyway, but a doubt should have a button. */
  public readonly refresh = (): void => void this.fetch();

  private receive(message: unknown): void {
    const { revision, patch } = patchSchema.parse(message);
    if (revision <= this.revision) return;
    this.newest = Math.max(this.newest, revision);
    if (this.state === undefined || revision !== this.revision + 1) {
      void this.fetch();
      return;
    }
    this.revision = revision;
    this.publish({ ...this.state, ...patch });
  }

  private async fetch(): Promise<void> {
    if (this.fetching) return;
    this.fetching = true;
    const reply = await calls()
      ['state.get'](undefined)
      .catch(() => undefined);
    this.fetching = false;
    clearTimeout(this.again);
    if (reply?.ok !== true) {
      const isStopped = this.stopListening === undefined;
      if (!isStopped) this.again = setTimeout(() => void this.fetch(), askAgainAfter);
      return;
    }
    this.revision = reply.value.revision;
    this.publish(reply.value.state);
    // A patch can overtake the answer; no later one may come to show the gap.
    if (this.newest > this.revision) void this.fetch();
  }

  private publish(state: DeskState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
