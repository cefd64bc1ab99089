/** Takes a listener off again. */
export type Dispose = () => void;

type Value<T> = undefined extends T ? [value?: T] : [value: T];

/**
 * What happened, by name, told to everybody who listens. `M` gives the value of each. What is asked and needs
 * an answer is no event: it is handed over as a function.
 */
export class Events<M> {
  private readonly lists: { [K in keyof M]?: Set<(...value: Value<M[K]>) => void> } = {};

  public on<K extends keyof M>(name: K, listener: (...value: Value<M[K]>) => void): Dispose {
    const list = this.lists[name] ?? new Set<(...value: Value<M[K]>) => void>();
    this.lists[name] = list;
    list.add(listener);
    return () => list.delete(listener);
  }

  public emit<K extends keyof M>(name: K, ...value: Value<M[K]>): void {
    for (const listener of [...(this.lists[name] ?? [])]) listener(...value);
  }
}
