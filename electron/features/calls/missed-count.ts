import type { KeptValues } from '../../platform/storage/kept-values.ts';

interface Deps {
  readonly kept: Pick<KeptValues, 'of' | 'remember'>;
  /** Key of the current agent: each has calls of their own. */
  readonly agent: () => string;
  readonly onChange: () => void;
}

/** How many missed calls the current agent has not looked at yet. Kept over a restart. */
export class MissedCount {
  public constructor(private readonly deps: Deps) {}

  public current(): number {
    const count = Number(this.deps.kept.of(this.deps.agent()) ?? '0');
    return Number.isSafeInteger(count) && count > 0 ? count : 0;
  }

  /** One more. */
  public add(): void {
    this.set(this.current() + 1);
  }

  /** The agent looks at the history. */
  public seen(): void {
    if (this.current() > 0) this.set(0);
  }

  private set(count: number): void {
    const { kept, agent, onChange } = this.deps;
    kept.remember(agent(), count === 0 ? '' : String(count));
    onChange();
  }
}
