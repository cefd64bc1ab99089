/**
 * How far each subject of a stream was read. One number for all is not enough: where a server of a cluster goes, the last message
 * of one subject may be missing while a later one of another subject came.
 */
export class StreamPlaces {
  private readonly reached: Map<string, number>;

  /** @param start the sequence up to which all were read, but for those that are known to have been read further */
  public constructor(
    subjects: readonly string[],
    start: number,
    known: Readonly<Record<string, number>> = {},
  ) {
    this.reached = new Map(
      subjects.map((subject) => [subject, Math.max(start, known[subject] ?? 0)]),
    );
  }

  public all(): Record<string, number> {
    return Object.fromEntries(this.reached);
  }

  public of(subject: string): number {
    return this.reached.get(subject) ?? 0;
  }

  public reach(subject: string, sequence: number): void {
    this.reached.set(subject, Math.max(sequence, this.of(subject)));
  }

  /** Nothing up to this sequence is missing on any subject. */
  public reachAll(sequence: number): void {
    for (const subject of this.reached.keys()) this.reach(subject, sequence);
  }

  /** Up to here nothing is missing. */
  public lowest(): number {
    return Math.min(...this.reached.values());
  }

  public highest(): number {
    return Math.max(...this.reached.values());
  }
}
