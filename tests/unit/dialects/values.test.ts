import { expect, it } from 'vitest';
import { callerOf } from '../../../shared/calls/caller-text.ts';
import { mergeCallData } from '../../../shared/calls/fold-call.ts';
import type { DecodeContext } from '../../../shared/dialects/dialect.ts';
import { dialects } from '../../../shared/dialects/dialects.ts';
import { mappedEvents } from '../../../shared/dialects/mapped-events.ts';
import type { JsonObject, JsonValue } from '../../../shared/json/json-value.ts';
import { isRuleable, type CallEvent } from '../../../shared/model/call-event.ts';
import { emptyCallData, type CallData } from '../../../shared/model/call-fields.ts';
import type { Feed } from '../../../shared/model/feed.ts';
import type { Result } from '../../../shared/result.ts';
import { english } from '../../../shared/text/english.ts';

const now = Date.parse('2026-11-26T12:00:00Z');
const contextOf = (feed: Feed, notes: string[] = []): DecodeContext => ({
  source: 'pbx',
  receivedAt: now,
  feed,
  note: (said) => void notes.push(english(said)),
});

function eventOf(result: Result<CallEvent[]>): CallEvent {
  const [event] = result.ok ? result.value : [];
  if (event === undefined) throw new Error('no event');
  return event;
}

const dataOf = (event: CallEvent): CallData => (isRuleable(event) ? event.call : emptyCallData);

/** The same call fields by CloudEvents, by a mapping and by a known system. */
const ways: Record<string, (data: JsonObject, context: DecodeContext) => CallEvent> = {
  cloudevents: (data, context) => eventOf(dialects.cloudevents.decode(cloudEvent(data), context)),
  mapping: (data, context) =>
    eventOf(mappedEvents({ stage: 'ringing', callId: 'c', ...data }, null, context)),
  'call-center-studio': (data, context) =>
    eventOf(
      dialects['call-center-studio'].decode(
        { Event: 'ringing', 'Call ID': 'c', 'Caller ID': data['callerNumber'] ?? null },
        context,
      ),
    ),
};

const cloudEvent = (data: JsonObject, time?: JsonValue): JsonObject => ({
  specversion: '1.0',
  id: 'a',
  source: 'pbx',
  type: 'call.ringing',
  data: { callId: 'c', ...data },
  ...(time !== undefined && { time }),
});

it.each(Object.entries(ways))('reads numbers, names and what is withheld: %s', (_name, decode) => {
  const nl = contextOf({ country: 'NL', withheldNumbers: ['020 999 9999'] });
  const fields = (callerNumber: string) => dataOf(decode({ callerNumber }, nl)).fields;
  expect(fields('020 123 4567').callerNumber).toBe('+31201234567');
  expect(fields('1004')).toMatchObject({ callerNumber: '1004' });
  const named = fields('"Grace Hopper" <sip:0201234567@pbx.example>;tag=1');
  expect(named).toMatchObject({ callerNumber: '+31201234567', contactName: 'Grace Hopper' });
  expect(fields('"0201234567" <sip:0201234567@pbx.example>').contactName).toBeUndefined();
  for (const text of [
    ...['anonymous', 'Restricted', 'unavailable', 'Private', 'unknown', 'withheld', 'blocked'],
    ...['+266696687', '0266696687', 'Anonymous <sip:anonymous@anonymous.invalid>'],
    ...['"Anonymous" <sip:c1@anonymous.invalid>', '+31 20 999 9999'],
  ]) {
    const withheld = fields(text);
    expect([text, withheld.callerNumber ?? '', withheld.withheld]).toEqual([text, '', 'true']);
    expect(withheld.contactName).toBeUndefined();
  }
});

it('takes an empty number for a withheld one, a missing one for none, and none of the outbound', () => {
  const fields = (data: JsonObject) => dataOf(ways['cloudevents']!(data, contextOf({}))).fields;
  expect(fields({ callerNumber: '' }).withheld).toBe('true');
  expect(fields({}).withheld).toBeUndefined();
  expect(fields({ callerNumber: 'anonymous', customerNumber: '1004' }).withheld).toBeUndefined();
  expect(fields({ callerNumber: 'anonymous', direction: 'outbound' }).withheld).toBeUndefined();
  const called = fields({ direction: 'outbound', calledNumber: 'Grace <0201234567>' });
  expect(called.contactName).toBe('Grace');
});

it('keeps the raw form of what CloudEvents say in another way', () => {
  const event = ways['cloudevents']!({ callerNumber: '0201234567' }, contextOf({ country: 'NL' }));
  expect(dataOf(event).ext).toMatchObject({ cloudevents: { callerNumber: '0201234567' } });
});

it('is withheld until an event of the call names the number', () => {
  const hidden = { ...emptyCallData, fields: { withheld: 'true', callerNumber: '' } };
  const shown = { ...emptyCallData, fields: { callerNumber: '+31201234567' } };
  expect(callerOf(hidden)).toEqual({ name: '', number: '', isWithheld: true });
  for (const data of [mergeCallData(hidden, shown), mergeCallData(shown, hidden)]) {
    expect(data.fields).toEqual({ callerNumber: '+31201234567' });
  }
});

it.each<[time: JsonValue | undefined, feed: Feed, at: string, untimed: boolean, notes: number]>([
  ['2026-11-26T11:59:00Z', {}, '2026-11-26T11:59:00Z', false, 0],
  [1_795_694_340, {}, '2026-11-26T11:59:00Z', false, 0],
  ['1795694340123456', {}, '2026-11-26T11:59:00.123Z', false, 0],
  [
    '26-11-2026 14:59',
    { timeFormat: 'dd-MM-yyyy HH:mm', timeZone: 'Europe/Istanbul' },
    '2026-11-26T11:59:00Z',
    false,
    0,
  ],
  ['2026-11-26T11:59:00Z', { ordersByTime: false }, '2026-11-26T11:59:00Z', true, 0],
  ['2026-11-27T11:59:00Z', {}, '2026-11-27T11:59:00Z', false, 0],
  ['2026-11-27T12:01:00Z', {}, '2026-11-26T12:00:00Z', true, 1],
  ['1970-01-01T00:00:00Z', {}, '2026-11-26T12:00:00Z', true, 1],
  ['26-11-2026 14:59', {}, '2026-11-26T12:00:00Z', true, 1],
  [undefined, {}, '2026-11-26T12:00:00Z', true, 0],
])('takes %s with %j to be %s', (time, feed, at, untimed, count) => {
  const notes: string[] = [];
  const context = contextOf(feed, notes);
  const mapped = { stage: 'ringing', callId: 'c', ...(time !== undefined && { time }) };
  for (const result of [
    dialects.cloudevents.decode(cloudEvent({}, time), context),
    mappedEvents(mapped, null, context),
    mappedEvents({ ...mapped, agentState: 'ready', agent: { id: '83' } }, null, context),
  ]) {
    const event = eventOf(result);
    expect(event.occurredAt).toBe(Date.parse(at));
    expect(event.untimed === true).toBe(untimed);
  }
  expect(notes).toHaveLength(3 * count);
});
