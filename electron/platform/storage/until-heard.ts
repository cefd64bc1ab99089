import type { Dispose } from '../events.ts';

/** Hands on what is told, and first what was told before anything listened: the database opens long before there is a desk. */
export class UntilHeard<T> {
  private readonly kept: T[] = [];
  private listener: ((value: T) => void) | undefined;

  public tell(value: T): void {
    if (this.listener === undefined) this.kept.push(value);
    else this.listener(value);
  }

  public hear(listener: (value: T) => void): Dispose {
    this.listener = listener;
    for (const value of this.kept.splice(0)) listener(value);
    return () => (this.listener = undefined);
  }
}
