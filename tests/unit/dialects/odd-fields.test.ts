import { expect, it } from 'vitest';
import { cloudEvents } from '../../../shared/dialects/cloudevents.ts';
import { isRuleable } from '../../../shared/model/call-event.ts';
import { dialects } from '../../../shared/dialects/dialects.ts';
import { jsonValueSchema, type JsonObject } from '../../../shared/json/json-value.ts';
import { knownDialectNames } from '../../../shared/model/feed.ts';
import type { Message } from '../../../shared/text/message.ts';
import { ada, callEvent } from '../../support/events.ts';

const notes: Message[] = [];
const context = {
  source: 'pbx',
  receivedAt: 1,
  feed: {},
  note: (said: Message) => notes.push(said),
};

function decoded(data: Record<string, unknown>) {
  const events = cloudEvents.decode(callEvent('ringing', data) as JsonObject, context);
  if (!events.ok) throw new Error(events.problem.message.id);
  const [event] = events.value;
  if (event === undefined || !isRuleable(event)) throw new Error('no call event');
  return event;
}

it('reads what a list or an object says of a field, and keeps it as it came', () => {
  const { call, agent } = decoded({
    tags: ['vip', 'spring'],
    callFlow: [{ step: 'menu' }],
    callerNumber: '',
    from: { number: '+12025550143', name: 'Grace Hopper' },
    queue: { id: 5, name: ['Sales'] },
    campaignName: { id: 7, name: 'Spring' },
    disposition: { unknown: true },
    agent: null,
    agentId: '',
    agentExtension: null,
    extension: '1004',
  });
  expect(call.fields).toMatchObject({
    tags: 'vip, spring',
    callFlow: '[{"step":"menu"}]',
    callerNumber: '+12025550143',
    contactName: 'Grace Hopper',
    queueId: '5',
    queueName: 'Sales',
    campaignName: 'Spring',
  });
  expect(call.fields.disposition).toBeUndefined();
  expect(call.ext).toMatchObject({
    tags: ['vip', 'spring'],
    disposition: { unknown: true },
    from: { number: '+12025550143' },
  });
  expect(agent?.extension).toBe('1004');
});

it('reads columns as an object or as a list', () => {
  expect(decoded({ customFields: { city: 'Izmir' } }).call.custom).toEqual({ city: 'Izmir' });
  expect(
    decoded({
      customFields: [
        { name: 'city', value: 'Izmir' },
        { name: 'no', value: 7 },
      ],
    }).call.custom,
  ).toEqual({ city: 'Izmir', no: '7' });
});

it('leaves out what is too much, says so, and keeps the event', () => {
  notes.length = 0;
  const many = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, i) => [`c${i}`, 'x'.repeat(50)]),
  );
  const { call } = decoded({ customFields: many, ...many, contactName: 'y'.repeat(20_000) });
  expect(Object.keys(call.custom).length).toBeLessThanOrEqual(500);
  expect(JSON.stringify(call.ext).length).toBeLessThan(200_000);
  expect(call.fields.contactName).toBeUndefined();
  expect(call.fields.callerNumber).toBe('+31201234567');
  expect(notes.map(({ id }) => id)).toEqual(['problem.event.valuesLeftOut']);
});

it.each(knownDialectNames)('costs %s no event when every value is a list or an object', (name) => {
  const { fields } = dialects[name];
  for (const odd of [[], {}, [[1]], { a: { b: 1 } }, null, 'z'.repeat(30_000)]) {
    const payload: JsonObject = Object.fromEntries(fields.map((field) => [field.name, odd]));
    const wrapped =
      name === 'cloudevents' ? callEvent('ringing', { ...payload, callId: 'c' }) : payload;
    const whole = {
      ...wrapped,
      ...(name === 'cloudevents'
        ? {}
        : { 'Call ID': 'c', Event: 'ringing', event: 'Offering', call_id: 'c', callid: 'c' }),
    };
    const events = dialects[name].decode(jsonValueSchema.parse(whole), context);
    if (!events.ok)
      expect(events.problem.message.id).toMatch(/callIdMissing|unknown|Missing|noEvent|Unknown/);
  }
});

it('takes keys of any length without a stall', () => {
  const name = `$${'%'.repeat(200_000)}x`;
  for (const dialect of knownDialectNames) {
    expect(dialects[dialect].decode({ [name]: 1, 'Call ID': 'c' }, context)).toHaveProperty('ok');
  }
});

it('names the agent of a call by what is filled', () => {
  expect(decoded({ agent: { ...ada, id: null } }).agent).toMatchObject({ extension: '1004' });
});
