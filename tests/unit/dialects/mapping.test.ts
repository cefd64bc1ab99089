import { expect, it } from 'vitest';
import { evaluateMapping } from '../../../shared/mappings/evaluate-mapping.ts';
import { mappedEvents } from '../../../shared/dialects/mapped-events.ts';
import { mappingRecipes } from '../../../shared/dialects/mapping-recipes.ts';
import type { JsonValue } from '../../../shared/json/json-value.ts';
import type { Feed } from '../../../shared/model/feed.ts';
import { english } from '../../../shared/text/english.ts';

const receivedAt = Date.parse('2026-11-21T09:30:05Z');

async function map(expression: string, payload: JsonValue, feed: Feed = {}, topic = '') {
  const mapped = await evaluateMapping({ expression, payload: JSON.stringify(payload), topic });
  if (!mapped.ok) return mapped;
  return mappedEvents(mapped.value, payload, { source: 'pbx', receivedAt, feed, topic });
}

async function mapWith(name: string, payload?: JsonValue) {
  const recipe = mappingRecipes.find((one) => one.name === name)!;
  const events = await map(recipe.expression, payload ?? recipe.sample);
  if (!events.ok) throw new Error(english(events.problem.message));
  return events.value;
}

it('maps Yeastar P-Series: one event for each extension, presence as agent state', async () => {
  expect(await mapWith('yeastar-p-series')).toMatchObject([
    {
      kind: 'call.state',
      stage: 'ringing',
      linkedCallId: '1648861726.280',
      legId: 'PJSIP/2002-000000b6',
      agent: { extension: '2002' },
      call: { fields: { callerNumber: '5503301', calledNumber: '2002', direction: 'inbound' } },
    },
  ]);
  const presence = { type: 30009, sn: '1', msg: '{"extension":"2005","status":"lunch"}' };
  expect(await mapWith('yeastar-p-series', presence)).toMatchObject([
    { kind: 'agent.state', state: 'lunch', agent: { extension: '2005' } },
  ]);
  const bye = {
    type: 30011,
    msg: { call_id: '1', members: [{ extension: { number: '2002', member_status: 'BYE' } }] },
  };
  expect(await mapWith('yeastar-p-series', bye)).toMatchObject([{ stage: 'hangup' }]);
  for (const noise of ['heartbeat response', { errcode: 0, errmsg: 'SUCCESS' }]) {
    expect(await mapWith('yeastar-p-series', noise)).toEqual([]);
  }
});

it('maps Kazoo in both of its spellings', async () => {
  const [event] = await mapWith('kazoo');
  expect(event).toMatchObject({
    stage: 'ringing',
    linkedCallId: 'NDlkNGI3OTZlMDgzNWQxNGYxNTA3NjQ4NDZjNDFkOTc',
    agent: { id: 'd860229e722bf8f7' },
    call: { fields: { callerNumber: '+12025550143', contactName: 'Grace Hopper' } },
  });
  const older = {
    name: 'CHANNEL_DESTROY',
    args: {
      'Call-Direction': 'inbound',
      'Call-ID': 'a1',
      Timestamp: 63_962_393_400,
      'Caller-ID-Number': '1004',
      'Custom-Channel-Vars': { 'Owner-ID': 'u1' },
    },
  };
  expect(await mapWith('kazoo', older)).toMatchObject([
    { stage: 'hangup', linkedCallId: 'a1', agent: { id: 'u1' }, occurredAt: 1_795_174_200_000 },
  ]);
  expect(await mapWith('kazoo', { action: 'reply', status: 'success', data: {} })).toEqual([]);
});

it('maps Asterisk ARI', async () => {
  expect(await mapWith('asterisk-ari')).toMatchObject([
    {
      stage: 'ringing',
      linkedCallId: '1795253400.12',
      offerId: '1795253400.13',
      agent: { extension: '1004' },
      occurredAt: Date.parse('2026-11-21T09:30:00Z'),
      call: { fields: { callerNumber: '+12025550143', calledNumber: '+902125550100' } },
    },
  ]);
  const state = {
    type: 'DeviceStateChanged',
    device_state: { name: 'PJSIP/1004', state: 'INUSE' },
  };
  expect(await mapWith('asterisk-ari', state)).toMatchObject([
    { kind: 'agent.state', state: 'INUSE', agent: { extension: '1004' } },
  ]);
});

it('keeps the payload and what is no call field under ext, and makes numbers and times readable', async () => {
  const events = await map(
    '{"stage": "ringing", "callId": id, "callerNumber": from, "callStart": at, "mood": mood}',
    { id: 7, from: '0212 555 01 00', at: '2026-11-21 12:30:00', mood: 'good' },
    { country: 'TR', timeZone: 'Europe/Istanbul' },
  );
  expect(events).toMatchObject({
    ok: true,
    value: [
      {
        linkedCallId: '7',
        call: {
          fields: { callerNumber: '+902125550100', callStart: '2026-11-21T09:30:00Z' },
          ext: { mood: 'good', payload: { mood: 'good' } },
        },
      },
    ],
  });
});

it('takes the stage from the topic or the feed where the mapping gives none', async () => {
  const expression = '{"callId": id}';
  const byTopic = await map(expression, { id: 1 }, { topics: { ring: 'ringing' } }, 'calls/ring');
  expect(byTopic).toMatchObject({ value: [{ stage: 'ringing' }] });
  const byFeed = await map(expression, { id: 1 }, { stage: 'answered' });
  expect(byFeed).toMatchObject({ value: [{ stage: 'answered' }] });
});

it.each([
  ['{"stage": "ringing",\n  "callId": }', 'line 2'],
  ['{"stage": "ringing",\n  "callId": $nosuch(1)}', 'line 2'],
  ['{"stage": "dancing", "callId": "1"}', '"dancing" is not a stage'],
  ['{"stage": "ringing"}', 'The call ID is missing'],
  ['"text"', 'must return a call event'],
  ['$json("{")', 'not valid JSON'],
  ['$eval("1")', '$eval is not available'],
  ['{"agentState": "away"}', 'must name its agent'],
  ['[1..2000].{"stage": "ringing", "callId": "1"}', 'more than 1,000'],
])('names what is wrong in %s', async (expression, words) => {
  const result = await map(expression, {});
  expect(result.ok ? '' : english(result.problem.message)).toContain(words);
});

it('gives payloads no way to reach a prototype', async () => {
  const payload = JSON.parse('{"__proto__": {"polluted": 1}, "id": 1}') as JsonValue;
  await map('$merge([$, {"stage": "ringing", "callId": "1"}])', payload);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});
