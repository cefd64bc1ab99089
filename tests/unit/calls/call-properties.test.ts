import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RuleableEvent } from '../../../shared/model/call-event.ts';
import type { CallStage } from '../../../shared/model/stage.ts';
import { deskRun } from '../../support/desk-run.ts';
import { ada } from '../../support/events.ts';

interface Step {
  readonly stage: CallStage;
  readonly seconds: number;
  readonly customer?: string;
  readonly legId?: string;
}

/** The ways a call goes at one agent. */
const courses: readonly (readonly Step[])[] = [
  [
    { stage: 'ringing', seconds: 0 },
    { stage: 'missed', seconds: 9 },
  ],
  [
    { stage: 'ringing', seconds: 0 },
    { stage: 'answered', seconds: 5 },
    { stage: 'hangup', seconds: 40 },
  ],
  [
    { stage: 'ringing', seconds: 0 },
    { stage: 'missed', seconds: 9 },
    { stage: 'ringing', seconds: 30 },
    { stage: 'answered', seconds: 35 },
    { stage: 'held', seconds: 40 },
    { stage: 'answered', seconds: 50 },
    { stage: 'held', seconds: 60 },
    { stage: 'hangup', seconds: 70 },
    { stage: 'wrapup', seconds: 71 },
  ],
  [
    { stage: 'ringing', seconds: 0, customer: '102' },
    { stage: 'answered', seconds: 5 },
    { stage: 'transferred', seconds: 20, customer: 'new' },
    { stage: 'hangup', seconds: 60 },
  ],
  [
    { stage: 'ringing', seconds: 0, legId: 'desk' },
    { stage: 'ringing', seconds: 1, legId: 'mobile' },
    { stage: 'missed', seconds: 6, legId: 'desk' },
    { stage: 'answered', seconds: 7, legId: 'mobile' },
    { stage: 'hangup', seconds: 30, legId: 'mobile' },
  ],
];

/** A call that begins at a time, whose customer is so numbered. */
function callAt(course: readonly Step[], start: number, number: number): RuleableEvent[] {
  const customer = `+1202555${String(1000 + number)}`;
  return course.map(({ stage, seconds, customer: who, legId }) => {
    const at = start + seconds * 1000;
    const caller = who === undefined || who === 'new' ? customer : who;
    // What says nothing of the customer does not hide one.
    const says = stage === 'ringing' || who !== undefined;
    return {
      kind: 'call.state',
      stage,
      id: `${start}-${stage}-${seconds}`,
      source: 'pbx',
      linkedCallId: '1',
      legId,
      scope: 'agent',
      agent: ada,
      occurredAt: at,
      receivedAt: at,
      call: {
        fields: { direction: 'inbound', ...(says && { callerNumber: caller }) },
        custom: {},
        ext: {},
      },
    };
  });
}

const shuffled = <T>(items: readonly T[]) =>
  fc.array(fc.nat(), { minLength: items.length, maxLength: items.length }).map((keys) =>
    items
      .map((item, index) => ({ item, key: keys[index] ?? 0 }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item),
  );

const courseOf = fc.constantFrom(...courses);

it('makes one call with the last customer of its events, in any order and however often they come', () => {
  const runs = courseOf.chain((course) => {
    const events = callAt(course, 1_700_000_000_000, 1);
    return shuffled([...events, ...events]).map((order) => ({ events, order }));
  });
  fc.assert(
    fc.property(runs, ({ events, order }) => {
      const [straight, mixed] = [deskRun(), deskRun()];
      straight.take(events);
      mixed.take(order);
      const views = mixed.desk.views();
      expect(views).toHaveLength(1);
      expect(views[0]?.caller.number).toBe('+12025551001');
      expect(views[0]).toMatchObject({
        stage: straight.desk.views()[0]?.stage,
        outcome: straight.desk.views()[0]?.outcome,
        endedAt: straight.desk.views()[0]?.endedAt,
      });
    }),
    { numRuns: 300 },
  );
});

/** Calls with one id, one after the other. @param pause seconds between them */
const callsWithOneId = (pause: { min: number; max: number }) =>
  fc.array(fc.tuple(courseOf, fc.integer(pause)), { minLength: 2, maxLength: 5 }).map((calls) => {
    let start = 1_700_000_000_000;
    return calls.map(([course, seconds], index) => {
      const events = callAt(course, start, index + 1);
      start = (events.at(-1)?.occurredAt ?? start) + seconds * 1000;
      return events;
    });
  });

function showsEachCustomer(calls: readonly (readonly RuleableEvent[])[]): void {
  const run = deskRun({ stages: ['ringing', 'answered', 'transferred'] });
  for (const [index, events] of calls.entries()) {
    const before = run.firings.length;
    run.take(events);
    const customer = `+1202555${String(1001 + index)}`;
    const [newest] = run.desk.views();
    expect(newest?.caller.number).toBe(customer);
    for (const { call } of run.firings.slice(before)) {
      expect([customer, '102']).toContain(call.fields.callerNumber ?? customer);
    }
  }
}

it('never shows or opens the customer of an earlier call with the same id', () => {
  const calls = callsWithOneId({ min: 1, max: 3_600 }).map((all) =>
    all.map((events) => events.flatMap((event) => [event, event])),
  );
  fc.assert(fc.property(calls, showsEachCustomer), { numRuns: 200 });
});

it('nor when the events of each come in any order, and a call rings for minutes before', () => {
  // A queue offers a missed call again for ten minutes: until then "answered" alone may be of either.
  const calls = callsWithOneId({ min: 601, max: 7_200 }).chain((all) =>
    fc.tuple(...all.map((events) => shuffled([...events, ...events]))),
  );
  fc.assert(fc.property(calls, showsEachCustomer), { numRuns: 200 });
});

it('pops once for each offer when events come in order, each twice', () => {
  const run = deskRun();
  for (const event of callAt(courses[2] ?? [], 1_700_000_000_000, 1)) run.take([event, event]);
  expect(run.fired()).toHaveLength(2);
});

it('pops again for the ring beside the miss of an earlier one, in the same millisecond and second', () => {
  for (const unit of [1, 1000]) {
    const run = deskRun();
    const at = 1_700_000_000_000 + (unit === 1 ? 1 : 0);
    const steps: readonly (readonly [CallStage, number])[] = [
      ['ringing', at],
      ['missed', at + 2 * unit],
      ['ringing', at + 2 * unit],
    ];
    for (const [index, [stage, when]] of steps.entries()) {
      run.take(
        callAt([{ stage, seconds: 0 }], when, 1).map((one) => ({ ...one, id: `e${index}` })),
      );
    }
    expect(run.fired(), String(unit)).toHaveLength(2);
  }
});
