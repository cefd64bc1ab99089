import { z } from 'zod';
import { inTransaction } from '../../shared/storage/in-transaction.ts';
import type { Database } from './open-database.ts';

const deskSchema = z.object({
  id: z.string(),
  agent: z.string(),
  since: z.number(),
  revoked: z.number().nullable(),
  /** When its token ends; null for one that was enrolled. */
  expires: z.number().nullable(),
});
export type Desk = z.infer<typeof deskSchema>;

/** A desk that signs in for a time. */
export interface SignedInDesk {
  readonly id: string;
  readonly agent: string;
  /** A hash. */
  readonly token: string;
  readonly since: number;
  readonly expires: number;
}

const codeSchema = z
  .object({ agent: z.string(), expires: z.number(), token: z.string().nullable() })
  .optional();

/** Codes and tokens are kept as hashes: who reads the database cannot connect. */
export class DeskRecords {
  private readonly statements: ReturnType<typeof prepare>;

  public constructor(private readonly database: Database) {
    this.statements = prepare(database);
  }

  public addCode(hash: string, agent: string, expires: number): void {
    this.statements.addCode.run(hash, agent, expires);
  }

  /**
   * Exchanges a code for a token that the desk made. The same two again are the answer that got lost.
   *
   * @returns undefined where the code is unknown, expired or used
   */
  public enrol(code: string, token: string, id: string, now: number): Desk | undefined {
    return inTransaction(this.database, () => {
      const found = codeSchema.parse(this.statements.code.get(code));
      if (found === undefined) return undefined;
      if (found.token !== null) return found.token === token ? this.byToken(token) : undefined;
      if (found.expires <= now) return undefined;
      this.statements.useCode.run(token, code);
      this.statements.addDesk.run(id, found.agent, token, now);
      return this.byToken(token);
    });
  }

  public signIn({ id, agent, token, since, expires }: SignedInDesk): void {
    this.statements.addSignedIn.run(id, agent, token, since, expires);
  }

  /** @param token its hash. @returns undefined also for a desk that was removed */
  public byToken(token: string): Desk | undefined {
    const desk = deskSchema.optional().parse(this.statements.byToken.get(token));
    return desk?.revoked === null ? desk : undefined;
  }

  public all(): Desk[] {
    return z.array(deskSchema).parse(this.statements.all.all());
  }

  /** Removes a desk, or all of an agent, and the codes that wait for that agent. @returns how many desks */
  public revoke(idOrAgent: string, now: number): number {
    return inTransaction(this.database, () => {
      this.statements.dropCodes.run(idOrAgent);
      return this.statements.revoke.run(now, idOrAgent, idOrAgent).changes;
    });
  }

  public revokedSince(time: number): string[] {
    const rows = this.statements.revokedSince.all(time);
    return z
      .array(z.object({ id: z.string() }))
      .parse(rows)
      .map(({ id }) => id);
  }

  /** Tokens whose time is over, of which each desk gets another every hour; codes later, as an answer may have got lost. */
  public forgetExpired(now: number, codesBefore: number): void {
    this.statements.forgetCodes.run(codesBefore);
    this.statements.forgetSignedIn.run(now);
  }
}

function prepare(database: Database) {
  const columns = 'id, agent, since, revoked, expires';
  return {
    addCode: database.prepare('INSERT INTO codes (hash, agent, expires) VALUES (?, ?, ?)'),
    code: database.prepare('SELECT agent, expires, token FROM codes WHERE hash = ?'),
    useCode: database.prepare('UPDATE codes SET token = ? WHERE hash = ?'),
    addDesk: database.prepare('INSERT INTO desks (id, agent, token, since) VALUES (?, ?, ?, ?)'),
    addSignedIn: database.prepare(
      'INSERT INTO desks (id, agent, token, since, expires) VALUES (?, ?, ?, ?, ?)',
    ),
    byToken: database.prepare(`SELECT ${columns} FROM desks WHERE token = ?`),
    all: database.prepare(`SELECT ${columns} FROM desks ORDER BY agent, since`),
    revoke: database.prepare(
      'UPDATE desks SET revoked = ? WHERE (id = ? OR agent = ?) AND revoked IS NULL',
    ),
    dropCodes: database.prepare('DELETE FROM codes WHERE agent = ? AND token IS NULL'),
    revokedSince: database.prepare('SELECT id FROM desks WHERE revoked >= ?'),
    forgetCodes: database.prepare('DELETE FROM codes WHERE expires < ?'),
    forgetSignedIn: database.prepare('DELETE FROM desks WHERE expires < ?'),
  };
}
