import { expect, it } from 'vitest';
import { newWebhook } from '../../../renderer/features/webhooks/webhook-draft.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/json/json-value.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { Webhook } from '../../../shared/model/webhook.ts';
import { english } from '../../../shared/text/english.ts';
import { prepareRequest } from '../../../shared/webhooks/prepare-request.ts';
import { acefone } from '../../support/reference.ts';
import { ruleDesk, ruleWith } from '../../support/rule-desk.ts';

const form = newWebhook('acefone');

/** Acefone's own webhook with a trigger, as JSON. */
const webhook = (
  trigger: string,
  rest: Partial<Webhook> = {},
  leaveOut: string[] = [],
): Webhook => ({
  ...form,
  url: 'https://receiver.example.com/',
  body: { kind: 'acefone', trigger, encoding: 'json', leaveOut, extra: [] },
  ...rest,
});

function bodyOf(hook: Webhook, call: CallData): JsonObject {
  const build = prepareRequest(hook, []);
  if (!build.ok) throw new Error(english(build.problem.message));
  const body = parseJson(build.value(call).body ?? '');
  if (!body.ok || !isJsonObject(body.value)) throw new Error('no JSON object');
  return body.value;
}

const example = (name: string, jsonType: string | null, text: string | null): JsonValue => {
  if (/_stamp$|\$date$/.test(name)) return '2021-08-09 17:58:44';
  if (name.endsWith('_date')) return '2021-08-09';
  if (/(start|end)_time$/.test(name)) return '17:58:44';
  if (/number|customer_no|call_to/.test(name)) return '918069010148';
  if (jsonType === 'array<object>') return [{ name: 'Ada', number: '918383081442' }];
  if (jsonType === 'object') return { name: 'Ada', id: 7 };
  if (jsonType?.startsWith('array') === true) return ['Sales', 'Service'];
  if (jsonType === 'boolean') return true;
  return jsonType === 'integer' ? 31 : (text ?? 'x1');
};

const plain = (name: string): string =>
  name.replace(/[${}"]/g, '').replace('sub_dispositon', 'sub_disposition');

/** The call after one event of a trigger. */
function received(name: string, more: JsonObject = {}): { call: CallData; payload: JsonObject } {
  const trigger = acefone.triggers.find((one) => one.name === name);
  const payload = Object.fromEntries(
    (trigger?.variables ?? []).map((one): [string, JsonValue] => [
      plain(one.name),
      example(one.name, one.jsonType, one.example),
    ]),
  );
  const rules = [
    ruleWith({ when: { trigger: { system: 'acefone', name } }, which: { agent: 'any' } }),
  ];
  const desk = ruleDesk({ dialect: 'acefone', rules, feed: { country: 'IN', timeZone: 'IST' } });
  const sent = { ...payload, ...more };
  desk.receive({ ...sent, trigger: name });
  const call = desk.firings[0]?.call;
  if (call === undefined) throw new Error(`${name} did not fire`);
  return { call, payload: sent };
}

it.each(acefone.triggers.filter(({ variables }) => variables.length > 0).map(({ name }) => name))(
  'sends what came with “%s” on as it came',
  (name) => {
    const { call, payload } = received(name);
    expect(bodyOf(webhook(name), call)).toEqual(payload);
  },
);

const hangup = 'Call hangup (Missed or Answered)';

it('writes numbers as received, E.164, national or digits', () => {
  const { call } = received(hangup);
  const sent = (numbers: NonNullable<Webhook['numbers']>) =>
    bodyOf(webhook(hangup, { numbers }), call)['customer_number'];
  expect(sent('raw')).toBe('918069010148');
  expect(sent('e164')).toBe('+918069010148');
  expect(sent('national')).toBe('08069010148');
  expect(sent('digits')).toBe('918069010148');
});

it('writes start and end, date and time, in the format and the zone', () => {
  const { call } = received(hangup);
  const sent = (format: Webhook['dates']['format'], zone: string) => {
    const body = bodyOf(webhook(hangup, { dates: { format, zone } }), call);
    return [body['start_stamp'], body['start_date'], body['start_time'], body['end_time']];
  };
  const seconds = String(Date.parse('2021-08-09T12:28:44Z') / 1000);
  expect(sent('default', 'UTC')).toEqual([
    '2021-08-09 12:28:44',
    '2021-08-09',
    '12:28:44',
    '12:28:44',
  ]);
  expect(sent('epoch', 'IST')).toEqual([seconds, seconds, seconds, seconds]);
  expect(sent('iso', 'IST')).toEqual([
    '2021-08-09T17:58:44+05:30',
    '2021-08-09',
    '17:58:44+05:30',
    '17:58:44+05:30',
  ]);
});

it('has date and time of every source that gives the instant', () => {
  const call: CallData = { fields: { callStart: '2021-08-09T20:00:00Z' }, custom: {}, ext: {} };
  const body = bodyOf(webhook(hangup), call);
  expect([body['start_date'], body['start_time'], body['end_time']]).toEqual([
    '2021-08-10',
    '01:30:00',
    '',
  ]);
});

it('keeps the direction’s own word beside the direction, and knows a broadcast by its id', () => {
  for (const [direction, type] of [
    ['click_to_call', 'click_to_call'],
    ['broadcast', 'broadcast'],
    ['dialer', 'dialer'],
  ] as const) {
    const { call } = received(hangup, { direction, broadcast_id: '' });
    expect(call.fields).toMatchObject({ direction: 'outbound', outboundType: type });
    expect(bodyOf(webhook(hangup), call)['direction']).toBe(direction);
  }
  const { call } = received(hangup, { direction: 'outbound', broadcast_id: 'b-7' });
  expect(call.fields).toMatchObject({ direction: 'outbound', outboundType: 'broadcast' });
});

it('leaves out what is not chosen', () => {
  const { call, payload } = received(hangup);
  const { uuid: _uuid, billsec: _billsec, ...rest } = payload;
  expect(bodyOf(webhook(hangup, {}, ['uuid', 'billsec']), call)).toEqual(rest);
});
