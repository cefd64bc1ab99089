import { expect, it } from 'vitest';
import { endsLeg, endingKey, endingPrefix, offerOf } from '../../../shared/matching/dedupe-key.ts';
import { momentAt } from '../../../shared/matching/moment.ts';
import { reasonToSkip } from '../../../shared/matching/match-rule.ts';
import type { RuleableEvent } from '../../../shared/model/call-event.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import { ruleSchema } from '../../../shared/model/rule.ts';

const ada = { id: '83', email: 'Ada@Example.com', extension: '1004', queues: ['Sales'] };
const call: CallData = {
  fields: { queueId: '5', queueName: 'Sales', direction: 'inbound', calledNumber: '+90 212 555' },
  custom: { city: 'İzmir' },
  ext: {},
};
const event: RuleableEvent = {
  kind: 'call.state',
  id: 'e1',
  source: 's',
  occurredAt: 1,
  receivedAt: 1,
  linkedCallId: 'c1',
  scope: 'agent',
  stage: 'ringing',
  agent: { email: 'ada@example.com' },
  call,
};
const base = { event, call, moment: momentAt(0, 'UTC'), agent: ada, feedIsMine: false };
const reason = (rule: object, input: Partial<typeof base> = {}) =>
  reasonToSkip(
    ruleSchema.parse({
      id: 'h',
      name: 'H',
      when: {},
      actions: [{ do: 'popup', popup: 'p' }],
      ...rule,
    }),
    { ...base, ...input },
  )?.code;

it('fires for a call of this agent and names every reason against it', () => {
  expect(reason({})).toBeUndefined();
  expect(reason({ enabled: false })).toBe('switched-off');
  expect(reason({ when: { stage: 'hangup' } })).toBe('other-stage');
  expect(reason({}, { event: { ...event, agent: { id: '84', email: 'ada@example.com' } } })).toBe(
    'other-agent',
  );
  expect(reason({}, { agent: undefined as unknown as typeof ada })).toBe('no-agent-set');
  expect(
    reason({ which: { agent: 'any' } }, { event: { ...event, agent: { id: '84' } } }),
  ).toBeUndefined();
  expect(reason({ which: { queues: ['support'] } })).toBe('other-queue');
  expect(reason({ which: { queues: ['SALES'] } })).toBeUndefined();
  expect(reason({ which: { queues: ['5'] } })).toBeUndefined();
  expect(reason({ which: { directions: ['outbound'] } })).toBe('other-direction');
  expect(reason({ which: { calledNumbers: ['0090212555'] } })).toBeUndefined();
  expect(reason({ which: { calledNumbers: ['0212556'] } })).toBe('other-number');
  const called = { ...call, fields: { ...call.fields, calledNumber: '+902125550100' } };
  expect(
    reason({ which: { calledNumbers: ['0212 555 01 00'] } }, { call: called }),
  ).toBeUndefined();
  const internal = { ...call, fields: { ...call.fields, direction: 'internal' } };
  expect(reason({}, { call: internal })).toBe('internal-call');
  expect(reason({ which: { internal: true } }, { call: internal })).toBeUndefined();
});

it('compares the names of every filter as people read them', () => {
  const named: CallData = {
    ...call,
    fields: { ...call.fields, queueName: 'Satış', campaignName: 'Cafe\u0301', outboundType: 'ß1' },
  };
  const passes = (which: object) => reason({ which }, { call: named }) === undefined;
  expect(passes({ queues: [' SATIŞ '] })).toBe(true);
  expect(passes({ queues: ['Satis'] })).toBe(false);
  expect(passes({ campaigns: ['Café'] })).toBe(true);
  expect(passes({ outboundTypes: ['SS1'] })).toBe(true);
  const iade = { ...event, agent: { customId: 'İade' } };
  expect(reason({ which: { agent: 'any', agents: ['iade'] } }, { event: iade })).toBeUndefined();
  const waiting = { ...event, agent: undefined, stage: 'queued' } as typeof event;
  const mine = { agent: { ...ada, queues: ['SATIŞ'] }, event: waiting, call: named };
  expect(reason({ when: { stage: 'queued' } }, mine)).toBeUndefined();
});

it('takes conditions with all, any and not', () => {
  const city = { field: 'custom.city', is: 'contains', value: 'zmir' };
  const empty = { field: 'disposition', is: 'empty' };
  expect(reason({ which: { condition: { all: [city, empty] } } })).toBeUndefined();
  expect(reason({ which: { condition: { not: city } } })).toBe('condition');
  expect(reason({ which: { condition: { any: [{ not: city }, { not: empty }] } } })).toBe(
    'condition',
  );
});

it('knows whose an event without an agent is', () => {
  const anonymous = { ...event, agent: undefined } as unknown as typeof event;
  expect(reason({}, { event: anonymous })).toBe('no-agent-named');
  expect(reason({}, { event: anonymous, feedIsMine: true })).toBeUndefined();
  const colleagues = { ...event, agent: { id: '84' } };
  expect(reason({}, { event: colleagues, feedIsMine: true })).toBe('other-agent');
  const unknown = { ...event, agent: { customId: 'x' } };
  expect(reason({}, { event: unknown, feedIsMine: true })).toBeUndefined();
  expect(reason({}, { event: unknown })).toBe('other-agent');
  const queued = { ...anonymous, stage: 'queued' } as typeof event;
  expect(reason({ when: { stage: 'queued' } }, { event: queued })).toBeUndefined();
});

it('begins a new offer after a miss by this agent, not after one by another', () => {
  expect(offerOf(event, 0, undefined)).toBe('#0');
  expect(offerOf(event, 1, '#0')).toBe('#1');
  expect(offerOf({ ...event, offerId: 'o7' }, 1, '#0')).toBe('o7');
  const answered = { ...event, stage: 'answered' } as typeof event;
  expect(offerOf(answered, 2, '#1')).toBe('#1');
  expect(endingKey('c', 'ada', 'm1').startsWith(endingPrefix('c', 'ada'))).toBe(true);
  expect(endingKey('c', 'bob', 'm1').startsWith(endingPrefix('c', 'ada'))).toBe(false);
  const stages = ['missed', 'hangup', 'wrapup', 'answered'] as const;
  const ends = (scope: 'agent' | 'call') =>
    stages.map((stage) => endsLeg({ ...event, stage, scope }));
  expect(ends('agent')).toEqual([true, true, true, false]);
  expect(ends('call')).toEqual([true, false, false, false]);
});

it('does not pop what waited too long, but never distrusts what comes at once', () => {
  const old = { ...event, occurredAt: 0, receivedAt: 300_000 };
  expect(reason({}, { event: { ...old, waited: true } })).toBe('stale');
  expect(reason({}, { event: { ...old, receivedAt: 60_000, waited: true } })).toBeUndefined();
  expect(reason({}, { event: old })).toBeUndefined();
});
