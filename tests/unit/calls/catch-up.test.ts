import { setImmediate as settled } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { CallDesk } from '../../../electron/features/calls/call-desk.ts';
import { Claims } from '../../../electron/features/calls/claims.ts';
import type { Firing } from '../../../electron/features/rules/index.ts';
import { SeenEvents } from '../../../electron/features/calls/seen-events.ts';
import { cloudEvents } from '../../../shared/dialects/cloudevents.ts';
import type { JsonObject } from '../../../shared/json/json-value.ts';
import { ruleSchema } from '../../../shared/model/rule.ts';
import { ada, callEvent } from '../../support/events.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { english } from '../../../shared/text/english.ts';

const rule = ruleSchema.parse({
  id: 'ring',
  name: 'Call rings',
  when: { stage: 'ringing' },
  actions: [{ do: 'popup', popup: 'crm' }],
});

function setUp(stored: string[] = []) {
  const clock = new FakeClock();
  const occasions: Firing[] = [];
  const skipped: string[] = [];
  /** The next look at the configuration after the clock moved fails. */
  const fail = { next: false };
  const start = clock.now();
  const log = {
    info: (event: string, data?: Readonly<Record<string, unknown>>) => {
      if (event === 'rule skipped') skipped.push(String(data?.['reason']));
      if (event === 'event repeated') skipped.push('repeated');
    },
    warn: () => undefined,
    error: () => undefined,
  };
  const seen = new SeenEvents(
    {
      newest: () => Promise.resolve(stored),
      add: (keys) => Promise.resolve(void stored.push(...keys)),
    },
    clock,
    log,
  );
  const desk = new CallDesk({
    clock,
    log,
    seen,
    claims: new Claims({ since: () => Promise.resolve([]), add: () => Promise.resolve() }),
    config() {
      if (fail.next && clock.now() > start) {
        fail.next = false;
        throw new Error('broken');
      }
      return { agent: ada, rules: [rule], sources: [] };
    },
    act(firing) {
      occasions.push(firing);
      return Promise.resolve();
    },
    showNumber: (number) => number,
  });
  /** An event that waited elsewhere and comes so many seconds after it happened. */
  const late = (
    stage: string,
    seconds: number,
    data: Record<string, unknown> = {},
    id?: string,
  ) => {
    const event = callEvent(stage, data, id);
    const receivedAt = clock.now();
    event['time'] = new Date(receivedAt - seconds * 1000).toISOString();
    const decoded = cloudEvents.decode(event as JsonObject, {
      source: 'pbx',
      receivedAt,
      feed: {},
    });
    if (!decoded.ok) throw new Error(english(decoded.problem.message));
    return Promise.all(decoded.value.map(async (one) => desk.handle({ ...one, waited: true })));
  };
  const calls = () => occasions.map(({ event }) => event.linkedCallId);
  return { clock, desk, seen, late, calls, skipped, occasions, fail };
}

it('pops after an outage what still rings, not what ended meanwhile, whatever the order', () => {
  const { clock, late, calls, skipped } = setUp();
  void late('ringing', 30, { callId: 'still rings' });
  void late('hangup', 10, { callId: 'ended' });
  void late('ringing', 25, { callId: 'ended' });
  void late('ringing', 40, { callId: 'missed' });
  void late('missed', 20, { callId: 'missed' });
  void late('ringing', 40, { callId: 'taken' });
  void late('answered', 20, { callId: 'taken', agent: { id: '84' } });
  void late('ringing', 40, { callId: 'mine' });
  void late('answered', 20, { callId: 'mine' });
  void late('ringing', 300, { callId: 'old' });
  expect(calls()).toEqual([]);
  clock.advance(250);
  expect(calls()).toEqual(['still rings', 'mine']);
  expect(skipped).toEqual(['over', 'over', 'over', 'stale']);
});

it('does not hold back a call that rings now, nor for ever in an endless backlog', () => {
  const { clock, late, calls } = setUp();
  void late('ringing', 30, { callId: 'late' });
  void late('ringing', 1, { callId: 'now' });
  expect(calls()).toEqual(['now']);
  for (let round = 0; round < 11; round += 1) {
    void late('dtmf', 30, { callId: `backlog ${round}` });
    clock.advance(200);
  }
  expect(calls()).toEqual(['now', 'late']);
});

it('knows an event again after a restart: its call comes back to the desk, its popup does not', async () => {
  const stored: string[] = [];
  const first = setUp(stored);
  void first.late('ringing', 0, {}, 'event-1');
  expect(first.calls()).toEqual(['c-1']);
  await first.seen.flush();
  expect(stored).toHaveLength(1);

  const second = setUp(stored);
  await second.seen.load();
  void second.late('ringing', 0, {}, 'event-1');
  expect(second.calls()).toEqual([]);
  expect(second.skipped).toEqual(['repeated']);
  expect(second.desk.views()).toHaveLength(1);
});

it('pops again when a transferred call comes back under the same id, once for each time it rings', () => {
  const { clock, desk, late, calls, occasions } = setUp();
  const now = (stage: string, data: Record<string, unknown> = {}) => {
    clock.advance(1_000);
    return late(stage, 0, data);
  };
  void now('ringing');
  void now('answered');
  // The next event names only the extension: it is the same agent.
  void now('hangup', { agent: { extension: ada.extension }, scope: 'agent' });
  void now('ringing', { agent: { id: '84' } });
  void now('ringing');
  void now('ringing');
  void now('answered');
  expect(calls()).toEqual(['c-1', 'c-1']);
  void now('missed');
  void now('ringing');
  expect(calls()).toHaveLength(3);
  expect(occasions.map(({ event }) => event.agent?.id)).toEqual(['83', '83', '83']);
  expect(desk.views()).toHaveLength(1);
});

it('takes what comes at once as news right after connecting too, though a later stage has its time', () => {
  const { late, calls } = setUp();
  void late('ringing', 0);
  void late('missed', 0);
  void late('ringing', 0);
  expect(calls()).toEqual(['c-1', 'c-1']);
});

it('tells that an event was acted on only when it was, and goes on after one that cannot be', async () => {
  const { clock, desk, late, calls, fail } = setUp();
  const done: string[] = [];
  void late('ringing', 30, { callId: 'a' }).then(() => done.push('a'));
  fail.next = true;
  void late('ringing', 30, { callId: 'b' }).then(() => done.push('b'));
  await settled();
  expect(done).toEqual([]);
  clock.advance(250);
  await settled();
  expect(done).toEqual(['a', 'b']);
  expect(calls()).toEqual(['b']);

  void late('ringing', 30, { callId: 'c' }).then(() => done.push('c'));
  desk.dispose();
  clock.advance(10_000);
  await settled();
  expect(done).toEqual(['a', 'b']);
});

it('acts on every event of a backlog that is longer than the calls a desk keeps', async () => {
  const { clock, late, calls } = setUp();
  const done: Promise<unknown>[] = [];
  for (let index = 0; index < 5_000; index += 1) {
    done.push(late('ringing', 30, { callId: `c${index}` }));
  }
  clock.advance(2_000);
  await Promise.all(done);
  expect(new Set(calls()).size).toBe(5_000);
});
