import { z } from 'zod';
import { everybody, joinAudiences, type Audience } from '../routing/audience.ts';
import { inTransaction } from '../../shared/storage/in-transaction.ts';
import type { Database } from './open-database.ts';
import type { EventPosition } from './event-position.ts';
import type { Arrival, ArrivalReport, KeptEvent, NewEvent, Outgoing } from './records.ts';

/** Milliseconds for which the agents of a call hear of it; a phone system may use its ID again later. */
const followedFor = 12 * 3_600_000;
/** Rows that one cleaning deletes: more would keep accepted requests waiting. */
const cleanedAtOnce = 5_000;

const seqSchema = z.object({ seq: z.number() });
const keySchema = z.object({ key: z.string() }).optional();
const agentsSchema = z.array(z.object({ agent: z.string() }));
const outgoingSchema = z.array(z.object({ seq: z.number(), at: z.number(), body: z.string() }));
const atSchema = z.object({ at: z.number() }).optional();
const takerSchema = z.object({ taker: z.string() }).optional();

/** The events that were accepted, and whom each goes to. */
export class EventRecords {
  private readonly statements: ReturnType<typeof prepare>;

  public constructor(private readonly database: Database) {
    this.statements = prepare(database);
  }

  /** Keeps several arrivals in one transaction: one wait for the disk. */
  public append(arrivals: readonly Arrival[]): KeptEvent[][] {
    return inTransaction(this.database, () => arrivals.map((arrival) => this.keep(arrival)));
  }

  private keep({ feed, at, events, problems }: Arrival): KeptEvent[] {
    const kept = events.map((event) => this.keepEvent(feed, at, event));
    const report: ArrivalReport = {
      problems,
      events: events.map(({ call, stage, by }, index) => ({
        call,
        stage,
        by,
        outcome: kept[index]?.outcome ?? 'nobody',
        agents: kept[index]?.audience ?? [],
      })),
    };
    this.statements.addArrival.run(feed, at, JSON.stringify(report));
    return kept;
  }

  private keepEvent(feed: string, at: number, event: NewEvent): KeptEvent {
    const { key, repetition, call, body, taken } = event;
    const isAgain =
      repetition === 'last' &&
      keySchema.parse(this.statements.lastOfCall.get(feed, call ?? null))?.key === key;
    const row: unknown = isAgain
      ? undefined
      : this.statements.addEvent.get(
          feed,
          key,
          repetition === 'key' ? 1 : 0,
          call ?? null,
          at,
          body,
          taken?.number ?? null,
          taken?.agent ?? null,
        );
    if (row === undefined) return { outcome: 'duplicate', seq: 0, audience: [] };
    const { seq } = seqSchema.parse(row);
    const audience = joinAudiences(event.audience, this.followers(feed, call, at));
    for (const agent of audience) this.statements.addTarget.run(agent, seq);
    return { outcome: audience.length === 0 ? 'nobody' : 'routed', seq, audience };
  }

  /** Who heard of this call before: they must learn too that it was answered elsewhere, or has ended. */
  private followers(feed: string, call: string | undefined, at: number): Audience {
    if (call === undefined) return [];
    const rows = this.statements.followers.all(feed, call, at - followedFor);
    return agentsSchema.parse(rows).map(({ agent }) => agent);
  }

  /** What came for an agent after a position, oldest first. A position of another database counts by its time. */
  public after(agent: string, position: EventPosition, limit: number): Outgoing[] {
    const known = atSchema.parse(this.statements.atOf.get(position.seq));
    const rows =
      known?.at === position.at
        ? this.statements.after.all(agent, everybody, position.seq, limit)
        : this.statements.since.all(agent, everybody, position.at, limit);
    return outgoingSchema.parse(rows);
  }

  /** The agent who last answered a call from a number. */
  public lastTaker(number: string, since: number): string | undefined {
    return takerSchema.parse(this.statements.lastTaker.get(number, since))?.taker;
  }

  /** Deletes what is older, a part at a time. @returns whether there is more */
  public clean(before: number): boolean {
    return inTransaction(this.database, () => {
      const { cleanTargets, cleanEvents, cleanArrivals } = this.statements;
      cleanTargets.run(before, cleanedAtOnce);
      const events = cleanEvents.run(before, cleanedAtOnce).changes;
      const arrivals = cleanArrivals.run(before, cleanedAtOnce).changes;
      return Math.max(events, arrivals) === cleanedAtOnce;
    });
  }
}

function prepare(database: Database) {
  const old = 'SELECT seq FROM events WHERE at < ? ORDER BY at LIMIT ?';
  const outgoing = `SELECT e.seq, e.at, e.body FROM targets t JOIN events e ON e.seq = t.seq
     WHERE t.agent IN (?, ?)`;
  return {
    addEvent: database.prepare(
      `INSERT INTO events (feed, key, is_unique, call, at, body, number, taker)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (feed, key) WHERE is_unique = 1 DO NOTHING RETURNING seq`,
    ),
    addTarget: database.prepare('INSERT INTO targets (agent, seq) VALUES (?, ?)'),
    addArrival: database.prepare('INSERT INTO arrivals (feed, at, report) VALUES (?, ?, ?)'),
    lastOfCall: database.prepare(
      'SELECT key FROM events WHERE feed = ? AND call = ? ORDER BY seq DESC LIMIT 1',
    ),
    followers: database.prepare(
      `SELECT DISTINCT t.agent FROM events e JOIN targets t ON t.seq = e.seq
       WHERE e.feed = ? AND e.call = ? AND e.at > ?`,
    ),
    atOf: database.prepare('SELECT at FROM events WHERE seq = ?'),
    after: database.prepare(`${outgoing} AND t.seq > ? ORDER BY t.seq LIMIT ?`),
    since: database.prepare(`${outgoing} AND e.at >= ? ORDER BY t.seq LIMIT ?`),
    lastTaker: database.prepare(
      `SELECT taker FROM events WHERE number = ? AND taker IS NOT NULL AND at > ?
       ORDER BY seq DESC LIMIT 1`,
    ),
    cleanTargets: database.prepare(`DELETE FROM targets WHERE seq IN (${old})`),
    cleanEvents: database.prepare(`DELETE FROM events WHERE seq IN (${old})`),
    cleanArrivals: database.prepare(
      'DELETE FROM arrivals WHERE number IN (SELECT number FROM arrivals WHERE at < ? LIMIT ?)',
    ),
  };
}
