import { expect, it } from 'vitest';
import { CallDesk } from '../../../electron/features/calls/call-desk.ts';
import type { CallEvents } from '../../../electron/features/calls/index.ts';
import { Claims } from '../../../electron/features/calls/claims.ts';
import { SeenEvents } from '../../../electron/features/calls/seen-events.ts';
import { crmPartitionOf } from '../../../electron/features/popups/crm-partition.ts';
import type { Firing } from '../../../electron/features/rules/index.ts';
import { Events } from '../../../electron/platform/events.ts';
import { historyKeyOf } from '../../../electron/platform/storage/history-key.ts';
import { cloudEvents } from '../../../shared/dialects/cloudevents.ts';
import type { JsonObject } from '../../../shared/json/json-value.ts';
import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import { isRuleable, type RuleableEvent } from '../../../shared/model/call-event.ts';
import { ruleSchema } from '../../../shared/model/rule.ts';
import { ada, callEvent } from '../../support/events.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const rule = ruleSchema.parse({
  id: 'ring',
  name: 'Call rings',
  when: { stage: 'ringing' },
  actions: [{ do: 'popup', popup: 'crm' }],
});

function setUp() {
  const clock = new FakeClock();
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const firings: Firing[] = [];
  const claimed: string[] = [];
  const told: CallEvents['traced'][] = [];
  const seenOnDisk: string[] = [];
  const rules = { current: [rule] };
  const now = { agent: ada as AgentIdentity | undefined };
  const desk = new CallDesk({
    clock,
    log,
    seen: new SeenEvents(
      {
        newest: () => Promise.resolve([]),
        add: (keys) => Promise.resolve(void seenOnDisk.push(...keys)),
      },
      clock,
      log,
    ),
    claims: new Claims({
      since: () => Promise.resolve([]),
      add: (key) => Promise.resolve(void claimed.push(key)),
    }),
    config: () => ({ agent: now.agent, rules: rules.current, sources: [] }),
    act(firing) {
      firings.push(firing);
      firing.newAction()({ kind: 'popup', name: 'CRM', outcome: 'done' });
      return Promise.resolve();
    },
    showNumber: (number) => number,
  });
  desk.events.on('traced', (traced) => told.push(traced));
  const event = (stage: string, data: Record<string, unknown> = {}): RuleableEvent => {
    const decoded = cloudEvents.decode(callEvent(stage, data) as JsonObject, {
      source: 'pbx',
      receivedAt: clock.now(),
      feed: {},
    });
    const first = decoded.ok ? decoded.value[0] : undefined;
    if (first === undefined || !isRuleable(first)) throw new Error('no call event');
    return first;
  };
  return { clock, desk, firings, claimed, told, seenOnDisk, rules, now, event };
}

it('records a trace again as a new version, and leaves the earlier as it was', () => {
  const { desk, told, firings, event } = setUp();
  void desk.handle(event('ringing'));
  expect(told.map(({ trace }) => trace.rules[0]?.actions.length)).toEqual([0, 1]);
  const before = told[1]?.trace;
  const report = firings[0]?.newAction();
  report?.({ kind: 'popup', name: 'CRM', outcome: 'done' });
  report?.({ kind: 'popup', name: 'CRM', outcome: 'done', paintedMs: 40 });
  expect(before?.rules[0]?.actions).toHaveLength(1);
  expect(told.at(-1)?.trace.rules[0]?.actions.map(({ paintedMs }) => paintedMs)).toEqual([
    undefined,
    40,
  ]);
});

it('runs a past event through the same stages, marked as a test, and remembers nothing of it', async () => {
  const { desk, firings, claimed, event } = setUp();
  const past = event('ringing');
  const trace = desk.replay(past);
  expect(trace).toMatchObject({
    isTest: true,
    rules: [{ id: 'ring', actions: [{ name: 'CRM' }] }],
  });
  expect(firings.map(({ isTest }) => isTest)).toEqual([true]);
  expect(desk.views()).toEqual([]);
  await desk.handle(past);
  expect(firings.map(({ isTest }) => isTest)).toEqual([true, false]);
  await Promise.resolve();
  expect(claimed).toHaveLength(1);
});

it('keeps what nothing came of in memory alone, and can say why', async () => {
  const { desk, told, seenOnDisk, clock, event } = setUp();
  const colleague = event('ringing', { callId: 'other', agent: { id: '84' } });
  void desk.handle(colleague);
  void desk.handle(event('ringing', { callId: 'own' }));
  // It comes again.
  void desk.handle({ ...colleague });
  clock.advance(1_000);
  await Promise.resolve();
  expect(told.map(({ trace }) => trace.agent)).not.toContain('84');
  expect(seenOnDisk).toHaveLength(1);
  const passing = [...desk.passing()];
  expect(passing.map(({ event: one }) => one.linkedCallId)).toEqual(['other']);
  expect(passing[0]?.whole().rules).toMatchObject([
    { id: 'ring', reason: { code: 'other-agent' } },
  ]);
});

it('lists the rules that nearly ran, and counts the rest', () => {
  const { desk, told, rules, event } = setUp();
  const more = Array.from({ length: 300 }, (_, index) =>
    ruleSchema.parse({
      ...rule,
      id: `more-${index}`,
      when: { stage: index < 290 ? 'hangup' : 'ringing' },
      which: { queues: ['Elsewhere'] },
    }),
  );
  rules.current = [...more, rule];
  void desk.handle(event('ringing'));
  const trace = told.at(-1)?.whole();
  expect(trace?.rules).toHaveLength(100);
  expect(trace?.others).toBe(201);
  expect(trace?.rules.filter(({ reason }) => reason?.code === 'other-queue')).toHaveLength(10);
  expect(trace?.rules.at(-1)).toMatchObject({ id: 'ring', actions: [{ name: 'CRM' }] });
});

it('judges what was held back for the agent at the time it goes on', () => {
  const { clock, desk, firings, now, event } = setUp();
  const late = { ...event('ringing'), receivedAt: clock.now(), waited: true as const };
  void desk.handle({ ...late, occurredAt: late.receivedAt - 30_000 });
  now.agent = { id: '84' };
  clock.advance(250);
  expect(firings).toEqual([]);
});

it('names session and history apart, with the values that are on the disks', () => {
  const stored = 'persist:crm-7807bb4de9d313e2';
  expect(crmPartitionOf({ id: '83' })).toBe(stored);
  expect(historyKeyOf({ id: '83' })).toBe(stored);
  expect(historyKeyOf(undefined)).not.toBe(stored);
});

it('takes a listener off again', () => {
  const events = new Events<{ rang: number; ended: undefined }>();
  const heard: number[] = [];
  const off = events.on('rang', (value) => heard.push(value));
  events.emit('rang', 1);
  events.emit('ended');
  off();
  events.emit('rang', 2);
  expect(heard).toEqual([1]);
});
