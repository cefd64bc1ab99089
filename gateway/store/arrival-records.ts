import { z } from 'zod';
import type { Database } from './open-database.ts';

const rowSchema = z.object({ number: z.number(), at: z.number(), report: z.string() });
export type ArrivalRow = z.infer<typeof rowSchema>;

/** What arrived at a feed and what became of it, for `tail`. */
export class ArrivalRecords {
  private readonly statements: ReturnType<typeof prepare>;

  public constructor(database: Database) {
    this.statements = prepare(database);
  }

  /** Arrivals of a feed after a number, oldest first. */
  public after(feed: string, number: number): ArrivalRow[] {
    return z.array(rowSchema).parse(this.statements.after.all(feed, number));
  }

  /** The number before the last few arrivals. */
  public before(feed: string, count: number): number {
    const row: unknown = this.statements.before.get(feed, count);
    return z.object({ number: z.number() }).optional().parse(row)?.number ?? 0;
  }
}

const prepare = (database: Database) => ({
  after: database.prepare(
    'SELECT number, at, report FROM arrivals WHERE feed = ? AND number > ? ORDER BY number LIMIT 500',
  ),
  before: database.prepare(
    'SELECT number FROM arrivals WHERE feed = ? ORDER BY number DESC LIMIT 1 OFFSET ?',
  ),
});
