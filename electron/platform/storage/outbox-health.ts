import type { DatabaseSync } from '@photostructure/sqlite';
import { z } from 'zod';
import type {
  DeliveryBar,
  DeliveryHealth,
  Failed,
  FailureGroup,
  HealthSearch,
} from '../../../shared/model/delivery-health.ts';
import { deliveryStateSchema } from '../../../shared/model/delivery.ts';
import { problemFromText } from '../../../shared/text/message.ts';
import { preparedOnce } from './table-statements.ts';
import { readableRows } from './readable-rows.ts';

type Database = InstanceType<typeof DatabaseSync>;

/** Answers that the percentiles are read from, the newest of the time: sorting more would take too long. */
const mostAnswers = 20_000;
/** Causes that are listed. */
const mostCauses = 20;

const stateCountSchema = z.object({ state: deliveryStateSchema, count: z.number() });
const answersSchema = z.object({
  count: z.number(),
  p50: z.number().nullable(),
  p95: z.number().nullable(),
});
const groupSchema = z.object({
  cause: z.string(),
  host: z.string(),
  status: z.number(),
  count: z.number(),
  example: z.string(),
  latest: z.number(),
});

/** The problem's id; a sentence of an earlier version, as it is, is its own. */
const problemId = `substr(CASE WHEN json_valid(problem) THEN coalesce(json_extract(problem, '$.id'), problem)
  ELSE problem END, 1, 2000)`;
const lastStatus = `coalesce(
  (SELECT status FROM attempts WHERE delivery = deliveries.id ORDER BY attempts.number DESC LIMIT 1), 0)`;
const within = 'accepted_at >= ? AND accepted_at < ?';

/** Nearest rank: a time that was measured, never one between two. */
const rank = (percent: number): string =>
  `(SELECT ms FROM answered ORDER BY ms
    LIMIT 1 OFFSET (SELECT max((count(*) * ${percent} + 99) / 100 - 1, 0) FROM answered))`;

/**
 * What is asked of the database, of deliveries accepted from one time until before another.
 * @param test what else they must be, such as those of one webhook
 */
export const healthStatements = (test: string) => ({
  counts: `SELECT state, count(*) AS count FROM deliveries WHERE ${within} ${test} GROUP BY state`,
  answers: `WITH answered AS MATERIALIZED (
      SELECT ms FROM deliveries JOIN attempts ON attempts.delivery = deliveries.id
      WHERE ${within} ${test} AND status > 0 ORDER BY accepted_at DESC LIMIT ${mostAnswers})
    SELECT (SELECT count(*) FROM answered) AS count, ${rank(50)} AS p50, ${rank(95)} AS p95`,
  // Beside max(), SQLite takes the other columns from the row that has it.
  causes: `SELECT ${problemId} AS cause, host, ${lastStatus} AS status, count(*) AS count,
      max(settled_at) AS latest, problem AS example
    FROM deliveries INDEXED BY deliveries_accepted WHERE ${within} ${test} AND state IN ('dead', 'expired')
    GROUP BY cause, host, status ORDER BY count DESC, latest DESC LIMIT ${mostCauses}`,
});

/** The figures of deliveries. Each statement reads the part of an index that the time names. */
export function outboxHealth(database: Database): (search: HealthSearch) => DeliveryHealth {
  const prepare = preparedOnce(database);
  return ({ edges, webhook }) => {
    const statements = healthStatements(webhook === undefined ? '' : 'AND webhook = ?');
    const whose = webhook === undefined ? [] : [webhook];
    const counts = prepare(statements.counts);
    const whole = [edges[0] ?? 0, edges.at(-1) ?? 0, ...whose];
    return {
      bars: edges.slice(1).map((end, at) => barOf(counts.all(edges[at] ?? 0, end, ...whose))),
      answers: answersSchema.parse(prepare(statements.answers).get(...whole)),
      causes: causesOf(prepare(statements.causes).all(...whole)),
    };
  };
}

function barOf(rows: readonly unknown[]): DeliveryBar {
  const counts = readableRows(stateCountSchema, rows);
  const of = (wanted: string): number => counts.find(({ state }) => state === wanted)?.count ?? 0;
  return {
    delivered: of('delivered'),
    retrying: of('waiting'),
    failed: of('dead') + of('expired'),
  };
}

const causesOf = (rows: readonly unknown[]): FailureGroup[] =>
  readableRows(groupSchema, rows).map(({ cause, example, ...group }) => ({
    ...group,
    problem: cause,
    example: problemFromText(example),
  }));

const idsSchema = z.array(z.object({ id: z.string() }));

/** Ids of failed deliveries to try again, the oldest first. Those that expired only where a cause names them. */
export function failedIds(database: Database, failed: Failed, limit: number): string[] {
  const { settledBefore, cause, webhook, from = 0, to = Number.MAX_SAFE_INTEGER } = failed;
  const tests = ['settled_at <= ?', within];
  const values: (string | number)[] = [settledBefore, from, to];
  const test = (sql: string, ...given: (string | number)[]): void => {
    tests.push(sql);
    values.push(...given);
  };
  test(cause === undefined ? `state = 'dead'` : `state IN ('dead', 'expired')`);
  if (webhook !== undefined) test('webhook = ?', webhook);
  if (cause !== undefined) {
    test(`host = ? AND ${problemId} = ?`, cause.host, cause.problem);
    test(`${lastStatus} = ?`, cause.status);
  }
  const found = database
    .prepare(
      `SELECT id FROM deliveries WHERE ${tests.join(' AND ')} ORDER BY deliveries.number LIMIT ?`,
    )
    .all(...values, limit);
  return idsSchema.parse(found).map(({ id }) => id);
}
