import type { DatabaseSync } from '@photostructure/sqlite';
import { z } from 'zod';
import { callOutcomeSchema } from '../../../shared/model/call-record.ts';
import { sourcePhaseSchema } from '../../../shared/model/log-entry.ts';
import {
  popupTimeBorders,
  type CallBar,
  type OverviewFigures,
  type PhaseChange,
  type PopupTimes,
} from '../../../shared/model/overview.ts';
import type { Operations } from './storage.ts';
import { readableRows } from './readable-rows.ts';

type Database = InstanceType<typeof DatabaseSync>;

/** Entries of the log that are looked at, the newest of the time: a feed of all agents writes many more. */
const mostEntries = 10_000;
/** Changes of connections, for sources that come and go all day. */
const mostPhases = 5_000;

const outcomeSchema = z.object({ outcome: callOutcomeSchema, count: z.number() });
const popupSchema = z.object({ outcome: z.enum(['opened', 'failed']), count: z.number() });
const countSchema = z.object({ count: z.number() });
const timeSchema = z.object({ ms: z.number() });
const phaseSchema = z.object({ source: z.string(), phase: sourcePhaseSchema, at: z.number() });

/** SQLite ends a whole query at a text that is no JSON. */
const soundData = `CASE WHEN json_valid(data) THEN data ELSE '{}' END`;
const phaseColumns = `at, json_extract(${soundData}, '$.facts.source') AS source,
  json_extract(${soundData}, '$.facts.phase') AS phase`;

/** Each reads the part of an index that the time names, and no more rows than are said here. */
export const overviewStatements = {
  calls:
    'SELECT outcome, count(*) AS count FROM calls WHERE started_at >= ? AND started_at < ? GROUP BY outcome',
  popups: 'SELECT outcome, count(*) AS count FROM popups WHERE at >= ? GROUP BY outcome',
  failed: `SELECT count(*) AS count FROM deliveries INDEXED BY deliveries_settled
    WHERE settled_at > 0 AND settled_at >= ? AND state IN ('dead', 'expired')`,
  // A text is looked for before JSON is read: most entries have no popup.
  painted: `WITH entries AS NOT MATERIALIZED (
      SELECT kind, data FROM journal INDEXED BY journal_at
      WHERE at >= ? AND at < ? ORDER BY at DESC LIMIT ${mostEntries})
    SELECT json_extract(action.value, '$.paintedMs') AS ms
    FROM entries, json_each(${soundData}, '$.trace.rules') AS rule, json_each(rule.value, '$.actions') AS action
    WHERE kind = 'event' AND instr(data, '"paintedMs"') > 0
      AND instr(data, '"isTest":false') > 0
      AND json_extract(action.value, '$.kind') = 'popup'
      AND json_extract(action.value, '$.notShown') IS NOT 1 AND ms IS NOT NULL
    ORDER BY ms`,
  phases: `SELECT * FROM (
      SELECT number, ${phaseColumns} FROM journal INDEXED BY journal_kind
      WHERE kind = 'connection' ORDER BY number DESC LIMIT ${mostPhases}) ORDER BY number`,
} as const;

export function overviewOperations(database: Database): Operations['overview'] {
  const calls = database.prepare(overviewStatements.calls);
  const popups = database.prepare(overviewStatements.popups);
  const failed = database.prepare(overviewStatements.failed);
  const painted = database.prepare(overviewStatements.painted);
  const phases = database.prepare(overviewStatements.phases);
  const callsOf = (from: number, to: number): CallBar => {
    const rows = readableRows(outcomeSchema, calls.all(from, to));
    const of = (wanted: string): number =>
      rows.find(({ outcome }) => outcome === wanted)?.count ?? 0;
    return { answered: of('answered'), missed: of('missed') };
  };
  return {
    read({ edges, today }): OverviewFigures {
      const from = edges[0] ?? 0;
      const to = edges.at(-1) ?? from;
      const shown = readableRows(popupSchema, popups.all(today));
      const popupsOf = (wanted: string): number =>
        shown.find(({ outcome }) => outcome === wanted)?.count ?? 0;
      return {
        calls: edges.slice(1).map((end, at) => callsOf(edges[at] ?? 0, end)),
        today: {
          ...callsOf(today, Number.MAX_SAFE_INTEGER),
          opened: popupsOf('opened'),
          notOpened: popupsOf('failed'),
          failedDeliveries: countSchema.parse(failed.get(today)).count,
        },
        popupTimes: popupTimes(readableRows(timeSchema, painted.all(from, to)).map(({ ms }) => ms)),
        phases: sinceBefore(readableRows(phaseSchema, phases.all()), from),
      };
    },
  };
}

/** @param times ascending */
function popupTimes(times: readonly number[]): PopupTimes {
  const rank = (share: number): number | null =>
    times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? null;
  const borders = [0, ...popupTimeBorders];
  return {
    bars: borders.map((border, at) => {
      const next = borders[at + 1] ?? Infinity;
      return times.filter((ms) => ms >= border && ms < next).length;
    }),
    count: times.length,
    p50: rank(0.5),
    p95: rank(0.95),
  };
}

/** The changes since a time, behind the last one of each source before it. */
function sinceBefore(phases: readonly PhaseChange[], from: number): PhaseChange[] {
  const before = new Map<string, PhaseChange>();
  for (const change of phases) if (change.at < from) before.set(change.source, change);
  return [...before.values(), ...phases.filter(({ at }) => at >= from)];
}
