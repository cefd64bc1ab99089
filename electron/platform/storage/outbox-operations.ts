import type { DatabaseSync } from '@photostructure/sqlite';
import { z } from 'zod';
import { searchedForms } from '../../../shared/numbers/number-search.ts';
import { inTransaction } from '../../../shared/storage/in-transaction.ts';
import { failedIds, outboxHealth } from './outbox-health.ts';
import type { Operations, Revival } from './storage.ts';
import {
  attemptSchema,
  deliverySchema,
  deliveryStateSchema,
  type Delivery,
  type DeliverySearch,
} from '../../../shared/model/delivery.ts';
import { foldText } from '../../../shared/text/fold-text.ts';
import { problemToText } from '../../../shared/text/message.ts';
import { readableRows } from './readable-rows.ts';

type Database = InstanceType<typeof DatabaseSync>;

/** SQLite knows no booleans. */
const flagSchema = z
  .looseObject({ isTest: z.number() })
  .transform((row) => ({ ...row, isTest: row.isTest === 1 }));
const rowSchema = z.preprocess((row) => flagSchema.safeParse(row).data, deliverySchema);

const readable = (rows: readonly unknown[]): Delivery[] => readableRows(rowSchema, rows);
const countSchema = z.object({ count: z.number() });
const stateCountSchema = z.object({ state: deliveryStateSchema, count: z.number() });
const requestSchema = z.object({ request: z.string() }).optional();
const changesSchema = z.object({ changes: z.union([z.number(), z.bigint()]) });

const columns = `number, id, webhook, webhook_name AS webhookName, host, call_key AS callKey, about AS caller, stage,
  accepted_at AS acceptedAt, expires_at AS expiresAt, next_at AS nextAt, state, attempts, round_start AS roundStart, problem,
  settled_at AS settledAt, is_test AS isTest,
  coalesce((SELECT ms FROM attempts WHERE delivery = deliveries.id ORDER BY attempts.number DESC LIMIT 1), 0) AS lastMs`;

const isNew = (result: unknown): boolean => Number(changesSchema.parse(result).changes) > 0;

type Outbox = Operations['outbox'];

/** The outbox in the database. Everything is one transaction: it is there, or it is not. */
export const outboxOperations = (database: Database): Outbox => ({
  ...readsOf(database),
  ...writesOf(database),
});

type Reads = 'waiting' | 'request' | 'attempts' | 'counts' | 'health' | 'unsettled' | 'list';

function readsOf(database: Database): Pick<Outbox, Reads> {
  const waiting = database.prepare(
    `SELECT ${columns} FROM deliveries WHERE state = 'waiting' ORDER BY number`,
  );
  const request = database.prepare('SELECT request FROM deliveries WHERE id = ?');
  const attempts = database.prepare(
    'SELECT number, at, ms, status, problem, response FROM attempts WHERE delivery = ? ORDER BY number',
  );
  const unsettled = database.prepare(
    `SELECT request FROM deliveries WHERE state IN ('waiting', 'dead', 'expired')`,
  );
  const counts = database.prepare('SELECT state, count(*) AS count FROM deliveries GROUP BY state');
  return {
    waiting: () => readable(waiting.all()).filter((one) => one.state === 'waiting'),
    request: (id) => requestSchema.parse(request.get(id))?.request ?? null,
    attempts: (id) => readableRows(attemptSchema, attempts.all(id)),
    counts: () => readableRows(stateCountSchema, counts.all()),
    health: outboxHealth(database),
    unsettled: () =>
      z
        .array(z.object({ request: z.string() }))
        .parse(unsettled.all())
        .map(({ request: text }) => text),
    list: (query) => list(database, query),
  };
}

function writesOf(database: Database): Omit<Outbox, Reads> {
  const add = database.prepare(
    `INSERT OR IGNORE INTO deliveries (id, webhook, webhook_name, host, call_key, about, stage, accepted_at, expires_at,
       next_at, state, attempts, round_start, problem, settled_at, is_test, request)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, 0, '', 0, ?, ?)`,
  );
  const addAttempt = database.prepare(
    `INSERT OR REPLACE INTO attempts (delivery, number, at, ms, status, problem, response)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = database.prepare(
    `UPDATE deliveries SET state = ?, next_at = ?, attempts = ?, problem = ?, settled_at = ? WHERE id = ?`,
  );
  const settle = database.prepare(
    `UPDATE deliveries SET state = ?, problem = ?, settled_at = ? WHERE id = ? AND state = 'waiting'`,
  );
  const transaction = <T>(run: () => T): T => inTransaction(database, run);
  return {
    add: (deliveries) =>
      transaction(() =>
        deliveries.map((one) =>
          isNew(
            add.run(
              one.id,
              one.webhook,
              one.webhookName,
              one.host,
              one.callKey,
              one.caller,
              one.stage ?? '',
              one.acceptedAt,
              one.expiresAt,
              one.acceptedAt,
              one.isTest ? 1 : 0,
              one.request,
            ),
          ),
        ),
      ),
    attempted: (outcomes) =>
      transaction(() => {
        for (const { delivery, attempt } of outcomes) {
          const { number, at, ms, status, problem, response } = attempt;
          addAttempt.run(delivery.id, number, at, ms, status, problemToText(problem), response);
          const [nextAt, settledAt] =
            delivery.state === 'waiting'
              ? [delivery.nextAt, 0]
              : [delivery.settledAt, delivery.settledAt];
          const { id, state, attempts: made } = delivery;
          update.run(state, nextAt, made, problemToText(delivery.problem), settledAt, id);
        }
      }),
    settle({ id, state, problem, settledAt }) {
      settle.run(state, problemToText(problem), settledAt, id);
    },
    revive: (revival) => transaction(() => revive(database, revival)),
    prune: ({ before, keep, limit }) => transaction(() => prune(database, before, keep, limit)),
  };
}

function list(database: Database, query: DeliverySearch) {
  const { state, webhook, from, to, search, offset, limit } = query;
  const tests: string[] = [];
  const values: (string | number)[] = [];
  const test = (sql: string, ...given: (string | number)[]): void => {
    tests.push(sql);
    values.push(...given);
  };
  if (state !== undefined) test('state = ?', state);
  if (webhook !== undefined) test('webhook = ?', webhook);
  if (from !== undefined) test('accepted_at >= ?', from);
  if (to !== undefined) test('accepted_at <= ?', to);
  const wanted = foldText(search).trim();
  if (wanted !== '') {
    // Folded together: a call into JavaScript for each row, not for each of its columns.
    const looked = ['about', 'webhook_name', 'host', 'problem', 'id'].join(' || char(10) || ');
    // A number in another spelling can only be that of the call.
    const forms = searchedForms(search);
    const spelled = forms.map(() => ' OR instr(about, ?) > 0').join('');
    test(`(instr(fold(${looked}), ?) > 0${spelled})`, wanted, ...forms);
  }
  const where = tests.length === 0 ? '' : `WHERE ${tests.join(' AND ')}`;
  // A search looks at every row: once, for the page and the count alike.
  const found = `WITH found AS MATERIALIZED (SELECT number AS place FROM deliveries ${where})`;
  const page = database.prepare(
    `${found} SELECT ${columns}, (SELECT count(*) FROM found) AS count FROM deliveries
     WHERE number IN (SELECT place FROM found ORDER BY place DESC LIMIT ? OFFSET ?) ORDER BY number DESC`,
  );
  const rows = page.all(...values, limit, offset);
  const counted: unknown =
    rows[0] ?? database.prepare(`${found} SELECT count(*) AS count FROM found`).get(...values);
  return { total: countSchema.parse(counted).count, rows: readable(rows) };
}

function revive(database: Database, { which, now, expiresAt, request, host, limit }: Revival) {
  const chosen = 'ids' in which ? which.ids : failedIds(database, which.failed, limit);
  const again = database.prepare(
    `UPDATE deliveries SET state = 'waiting', next_at = ?, expires_at = ?, round_start = attempts, problem = '', settled_at = 0
     WHERE id = ? AND state IN ('dead', 'expired')`,
  );
  const other = database.prepare('UPDATE deliveries SET request = ?, host = ? WHERE id = ?');
  const row = database.prepare(`SELECT ${columns} FROM deliveries WHERE id = ?`);
  return chosen.flatMap((id) => {
    if (!isNew(again.run(now, expiresAt, id))) return [];
    if (request !== undefined) other.run(request, host ?? '', id);
    return readable([row.get(id)]).filter((one) => one.state === 'waiting');
  });
}

/** In small steps, so that a delivery never waits for the deletion of thousands. */
function prune(database: Database, before: number, keep: number, limit: number): number {
  const old = z.array(z.object({ id: z.string() })).parse(
    database
      .prepare(
        `SELECT id FROM deliveries WHERE settled_at > 0 AND (settled_at < ? OR number <= (
           SELECT number FROM deliveries WHERE settled_at > 0 ORDER BY number DESC LIMIT 1 OFFSET ?))
         LIMIT ?`,
      )
      .all(before, keep, limit),
  );
  const remove = database.prepare('DELETE FROM deliveries WHERE id = ?');
  const forget = database.prepare('DELETE FROM attempts WHERE delivery = ?');
  for (const { id } of old) {
    forget.run(id);
    remove.run(id);
  }
  return old.length;
}
