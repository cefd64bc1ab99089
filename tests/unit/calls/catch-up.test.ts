import { expect, it } from 'vitest';
import { CallDesk, type Occasion } from '../../../electron/calls/call-desk.ts';
import { Claims } from '../../../electron/calls/claims.ts';
import { SeenEvents } from '../../../electron/calls/seen-events.ts';
import { cloudEvents } from '../../../shared/dialects/cloudevents.ts';
import type { JsonObject } from '../../../shared/json/json-value.ts';
import { hookSchema } from '../../../shared/model/hook.ts';
import { ada, callEvent } from '../../support/events.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const hook = hookSchema.parse({
  id: 'ring',
  name: 'Call rings',
  when: { stage: 'ringing' },
  actions: [{ do: 'popup', popup: 'crm' }],
});

function setUp(stored: string[] = []) {
  const clock = new FakeClock();
  const occasions: Occasion[] = [];
  const skipped: string[] = [];
  const log = {
    info: (event: string, data?: Readonly<Record<string, unknown>>) => {
      if (event === 'hook skipped') skipped.push(String(data?.['reason']));
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
    config: () => ({ agent: ada, hooks: [hook], sources: [] }),
    act: (occasion) => Promise.resolve(void occasions.push(occasion)),
    onChange: () => undefined,
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
    if (!decoded.ok) throw new Error(decoded.problem.message);
    for (const one of decoded.value) desk.handle({ ...one, waited: true });
  };
  const calls = () => occasions.map(({ event }) => event.linkedCallId);
  return { clock, desk, seen, late, calls, skipped };
}

it('pops after an outage what still rings, not what ended meanwhile, whatever the order', () => {
  const { clock, late, calls, skipped } = setUp();
  late('ringing', 30, { callId: 'still rings' });
  late('hangup', 10, { callId: 'ended' });
  late('ringing', 25, { callId: 'ended' });
  late('ringing', 40, { callId: 'missed' });
  late('missed', 20, { callId: 'missed' });
  late('ringing', 40, { callId: 'taken' });
  late('answered', 20, { callId: 'taken', agent: { id: '84' } });
  late('ringing', 40, { callId: 'mine' });
  late('answered', 20, { callId: 'mine' });
  late('ringing', 300, { callId: 'old' });
  expect(calls()).toEqual([]);
  clock.advance(250);
  expect(calls()).toEqual(['still rings', 'mine']);
  expect(skipped).toEqual(['over', 'over', 'over', 'stale']);
});

it('does not hold back a call that rings now, nor for ever in an endless backlog', () => {
  const { clock, late, calls } = setUp();
  late('ringing', 30, { callId: 'late' });
  late('ringing', 1, { callId: 'now' });
  expect(calls()).toEqual(['now']);
  for (let round = 0; round < 11; round += 1) {
    late('dtmf', 30, { callId: `backlog ${round}` });
    clock.advance(200);
  }
  expect(calls()).toEqual(['now', 'late']);
});

it('knows an event again after a restart: its call comes back to the desk, its popup does not', async () => {
  const stored: string[] = [];
  const first = setUp(stored);
  first.late('ringing', 0, {}, 'event-1');
  expect(first.calls()).toEqual(['c-1']);
  await first.seen.flush();
  expect(stored).toHaveLength(1);

  const second = setUp(stored);
  await second.seen.load();
  second.late('ringing', 0, {}, 'event-1');
  expect(second.calls()).toEqual([]);
  expect(second.skipped).toEqual(['repeated']);
  expect(second.desk.views()).toHaveLength(1);
});
