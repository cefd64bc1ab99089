import { expect, it, onTestFinished } from 'vitest';
import { createOverview } from '../../../electron/features/overview/index.ts';
import { sourceUptime } from '../../../electron/features/overview/source-uptime.ts';
import { openDatabase } from '../../../electron/platform/storage/database.ts';
import { overviewStatements } from '../../../electron/platform/storage/overview-operations.ts';
import { portOf, runOperation } from '../../../electron/platform/storage/ports.ts';
import type { SourcePhase } from '../../../shared/contract/source-views.ts';
import type { CallOutcome } from '../../../shared/model/call-record.ts';
import type { ActionTrace, EventTrace, LogEntry } from '../../../shared/model/log-entry.ts';
import { sourceSchema } from '../../../shared/model/source.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const edges = [1_000, 2_000, 3_000];

function open() {
  const { operations, database } = openDatabase(':memory:');
  onTestFinished(() => operations.file.close());
  let count = 0;
  const put = ({ id, at, kind, callKey, text, ...rest }: LogEntry): void =>
    operations.entryLog.put([{ id, at, kind, callKey, text, data: JSON.stringify(rest) }]);
  const base = (at: number) => ({ id: `e${(count += 1)}`, at, callKey: '', text: '' });
  return {
    database,
    operations,
    call: (startedAt: number, outcome: CallOutcome, agent = 'ada'): void => {
      const times = { startedAt, rangAt: 0, answeredAt: 0, endedAt: 0 };
      operations.calls.put([
        { agent, callKey: `c${(count += 1)}`, ...times, outcome, text: '', data: '{}' },
      ]);
    },
    event: (at: number, actions: readonly Partial<ActionTrace>[], isTest = false): void => {
      const trace = {
        ...{ eventId: 'e', source: 's', stage: 'ringing', caller: '', queue: '', agent: '' },
        ...{
          occurredAt: at,
          receivedAt: at,
          lateSeconds: 0,
          matchedMs: 1,
          repeated: false,
          isTest,
        },
        rules: [{ id: 'r', name: 'R', actions: actions.map((one) => ({ ...popup, ...one })) }],
      } satisfies EventTrace;
      put({ ...base(at), kind: 'event', trace });
    },
    phase: (at: number, source: string, phase: SourcePhase) =>
      put({ ...base(at), kind: 'connection', facts: { source, phase, problem: null } }),
  };
}

const popup: ActionTrace = { kind: 'popup', name: 'CRM', outcome: 'done' };

it('counts answered and missed calls of each hour, whoever took them', () => {
  const { operations, call } = open();
  call(999, 'answered');
  call(1_000, 'answered');
  call(1_999, 'missed', 'grace');
  call(2_000, 'missed');
  call(2_500, 'elsewhere');
  call(3_000, 'answered');
  const { calls, today } = operations.overview.read({ edges, today: 2_000 });
  expect(calls).toEqual([
    { answered: 1, missed: 1 },
    { answered: 0, missed: 1 },
  ]);
  expect(today).toMatchObject({ answered: 1, missed: 1 });
});

it('sorts popup times into bars, without tests and pages that did not open', () => {
  const { operations, event } = open();
  event(1_000, [{ paintedMs: 99 }, { paintedMs: 100 }]);
  event(1_500, [{ paintedMs: 5_000 }, { kind: 'flow', paintedMs: 7 }, {}]);
  event(1_600, [{ paintedMs: 12, notShown: true }]);
  event(1_700, [{ paintedMs: 13 }], true);
  event(3_000, [{ paintedMs: 14 }]);
  expect(operations.overview.read({ edges, today: 0 }).popupTimes).toEqual({
    bars: [1, 1, 0, 0, 0, 0, 0, 1],
    count: 3,
    p50: 100,
    p95: 5_000,
  });
  expect(operations.overview.read({ edges: [1, 2], today: 0 }).popupTimes).toMatchObject({
    ...{ count: 0, p50: null, p95: null },
  });
});

it('leaves out rows that are not as they should be, and no figure beside them', () => {
  const { operations, database, call, event, phase } = open();
  call(1_000, 'answered');
  call(1_001, 'answered');
  event(1_000, [{ paintedMs: 99 }]);
  event(1_001, [{ paintedMs: 98 }]);
  phase(1_000, 'PBX', 'connected');
  phase(1_001, 'PBX', 'waiting');
  database.exec(`UPDATE calls SET outcome = 'answexed' WHERE started_at = 1001;
    UPDATE journal SET data = replace(data, '}', '') || '"paintedMs""isTest":false' WHERE at = 1001`);
  const found = operations.overview.read({ edges, today: 0 });
  expect(found.calls[0]).toEqual({ answered: 1, missed: 0 });
  expect(found.popupTimes).toMatchObject({ count: 1, p50: 99 });
  expect(found.phases).toEqual([{ source: 'PBX', phase: 'connected', at: 1_000 }]);
});

it('begins with what a source was before, by name, and forgets sources that are gone', async () => {
  const { operations, phase } = open();
  phase(100, 'PBX', 'connecting');
  phase(200, 'PBX', 'connected');
  phase(300, 'Old', 'connected');
  phase(1_500, 'PBX', 'waiting');
  phase(1_600, 'PBX', 'connected');
  const clock = new FakeClock();
  clock.advance(2_000 - clock.now());
  const overview = createOverview({
    store: portOf(
      'overview',
      (...names) => new Promise((resolve) => resolve(runOperation(operations, ...names))),
    ),
    clock,
    sources: () => [
      sourceSchema.parse({
        ...{ id: 'pbx', name: 'PBX', transport: { type: 'websocket', url: 'ws://127.0.0.1' } },
      }),
    ],
  });
  const { uptimes } = await overview.read({ edges, today: 0 });
  expect(uptimes.map(({ source }) => source)).toEqual(['PBX']);
  expect(uptimes[0]?.phase).toBe('connected');
});

const change = (at: number, phase: SourcePhase) => ({ source: 'PBX', at, phase });
const time = { from: 1_000, to: 2_000, started: 0 };

it('says how long a source was connected, and how often that ended', () => {
  const changes = [
    change(500, 'connected'),
    change(1_200, 'waiting'),
    change(1_250, 'connecting'),
    change(1_300, 'connected'),
    change(1_600, 'stopped'),
    change(1_900, 'connecting'),
    change(1_950, 'connected'),
  ];
  expect(sourceUptime('PBX', changes, time)).toEqual({
    source: 'PBX',
    phase: 'connected',
    spans: [
      { state: 'connected', from: 1_000, to: 1_200 },
      { state: 'down', from: 1_200, to: 1_300 },
      { state: 'connected', from: 1_300, to: 1_600 },
      { state: 'off', from: 1_600, to: 1_900 },
      { state: 'down', from: 1_900, to: 1_950 },
      { state: 'connected', from: 1_950, to: 2_000 },
    ],
    connectedMs: 550,
    wantedMs: 700,
    interruptions: 1,
  });
});

it('counts no time before the first word of a source, nor after a crash', () => {
  expect(sourceUptime('PBX', [], time).spans).toEqual([{ state: 'off', from: 1_000, to: 2_000 }]);
  expect(sourceUptime('PBX', [], time).phase).toBeUndefined();
  // Connected when the earlier run ended without a word; this one has said nothing yet.
  const crashed = sourceUptime('PBX', [change(1_100, 'connected')], { ...time, started: 1_800 });
  expect(crashed).toMatchObject({ connectedMs: 700, wantedMs: 700, interruptions: 0 });
});

it('reads its figures from indexes', () => {
  const { database } = open();
  const plan = (sql: string, values: readonly number[]): string =>
    JSON.stringify(database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values));
  const { calls, popups, failed, painted, phases } = overviewStatements;
  expect(plan(calls, [0, 1])).toContain('COVERING INDEX calls_outcomes (started_at>?');
  expect(plan(popups, [0])).toContain('INDEX popups_at (at>?)');
  expect(plan(failed, [0])).toContain('INDEX deliveries_settled (settled_at>?)');
  expect(plan(painted, [0, 1])).toContain('INDEX journal_at (at>? AND at<?)');
  expect(plan(phases, [])).toContain('INDEX journal_kind (kind=?)');
});
