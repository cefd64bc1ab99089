/** A list of listeners that can each be taken off again. */
export class Listeners<T = void> {
  private readonly list = new Set<(value: T) => void>();

  public add(listener: (value: T) => void): () => void {
    this.list.add(listener);
    return () => this.list.delete(listener);
  }

  public emit(value: T): void {
    for (const listener of [...this.list]) listener(value);
  }
}
