import { randomUUID } from 'node:crypto';
import type { ContactChoice } from '../../../shared/contract/call-views.ts';
import type { Clock } from '../../platform/clock.ts';
import { Listeners } from '../../platform/listeners.ts';
import type { FoundMatches, Match } from './read-matches.ts';

/**
 * How a choice ended. declined: none of them; time: nothing was chosen; ended, elsewhere: the call is over, or a
 * colleague's; unasked: no card shows the call, as in a test or a note.
 */
export type Chosen =
  | { readonly by: 'agent'; readonly match: Match }
  | { readonly by: 'declined' | 'time' | 'ended' | 'elsewhere' | 'unasked' };

interface Open {
  readonly view: ContactChoice;
  readonly end: (chosen: Chosen) => void;
  readonly cancel: () => void;
  readonly matches: readonly Match[];
}

interface Deps {
  readonly clock: Clock;
  /** Whether the call runs and the agent sees it. */
  readonly isOnCard: (callKey: string) => boolean;
}

/** Asks the agent which of several customers calls. The values stay here: a page gets what is shown of them. */
export class ContactChoices {
  public readonly changed = new Listeners();
  private readonly open = new Map<string, Open>();

  public constructor(private readonly deps: Deps) {}

  /** Resolves when the agent has chosen, or no longer can. */
  public ask(callKey: string, found: FoundMatches, seconds: number): Promise<Chosen> {
    const { clock, isOnCard } = this.deps;
    if (!isOnCard(callKey)) return Promise.resolve({ by: 'unasked' });
    const id = randomUUID();
    const view = {
      id,
      callKey,
      matches: found.matches.map(({ label, detail }) => ({ label, detail })),
      more: found.more,
      endsAt: clock.now() + seconds * 1_000,
    };
    return new Promise((resolve) => {
      const cancel = clock.after(seconds * 1_000, () => end({ by: 'time' }));
      const end = (chosen: Chosen): void => {
        cancel();
        this.open.delete(id);
        this.changed.emit();
        resolve(chosen);
      };
      this.open.set(id, { view, end, cancel, matches: found.matches });
      this.changed.emit();
    });
  }

  /** @param at which of them; undefined: none. One that is over already stays as it ended. */
  public choose(id: string, at: number | undefined): void {
    const open = this.open.get(id);
    if (at === undefined) open?.end({ by: 'declined' });
    const match = at === undefined ? undefined : open?.matches[at];
    if (match !== undefined) open?.end({ by: 'agent', match });
  }

  /** The call is over, or a colleague took it. */
  public withdraw(callKey: string, by: 'ended' | 'elsewhere'): void {
    for (const { view, end } of [...this.open.values()]) {
      if (view.callKey === callKey) end({ by });
    }
  }

  /** Another agent may be set, whose calls these are not. */
  public apply(): void {
    for (const { view, end } of [...this.open.values()]) {
      if (!this.deps.isOnCard(view.callKey)) end({ by: 'elsewhere' });
    }
  }

  public views(): readonly ContactChoice[] {
    return [...this.open.values()].map(({ view }) => view);
  }

  public stop(): void {
    for (const { cancel } of this.open.values()) cancel();
    this.open.clear();
  }
}
