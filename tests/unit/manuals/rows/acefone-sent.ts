import { newWebhook } from '../../../../renderer/features/webhooks/webhook-draft.ts';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../../../shared/json/json-value.ts';
import { parseJson } from '../../../../shared/json/parse-json.ts';
import type { CallData } from '../../../../shared/model/call-fields.ts';
import { webhookSchema } from '../../../../shared/model/webhook.ts';
import { english } from '../../../../shared/text/english.ts';
import {
  prepareRequest,
  type PreparedRequest,
} from '../../../../shared/webhooks/prepare-request.ts';
import { acefone } from '../../../support/reference.ts';
import { ruleDesk, ruleWith } from '../../../support/rule-desk.ts';

export const url = 'https://receiver.example.com/';
export const form = { ...newWebhook('acefone'), name: 'Acefone', url };

/** A variable as receivers know it: without the manual's `$`, its misprints put right. */
export const keyOf = (name: string): string =>
  name.replace(/[${}"]/g, '').replace('sub_dispositon', 'sub_disposition');

/** The request of Acefone's webhook with a trigger. @param body what differs from JSON with all variables */
export function requestOf(
  trigger: string,
  call: CallData,
  rest: object = {},
  body: object = {},
): PreparedRequest {
  const all = { kind: 'acefone', trigger, encoding: 'json', leaveOut: [], extra: [], ...body };
  const build = prepareRequest(webhookSchema.parse({ ...form, ...rest, body: all }), []);
  if (!build.ok) throw new Error(english(build.problem.message));
  return build.value(call);
}

export function bodyOf(...given: Parameters<typeof requestOf>): JsonObject {
  const body = parseJson(requestOf(...given).body ?? '');
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

/** A trigger's payload with all its variables, of their types. */
export const payloadOf = (name: string): JsonObject =>
  Object.fromEntries(
    (acefone.triggers.find((one) => one.name === name)?.variables ?? []).map((one) => [
      keyOf(one.name),
      example(one.name, one.jsonType, one.example),
    ]),
  );

/** The calls on which the rule of a trigger runs, of one payload. */
export function firedBy(
  name: string,
  payload: JsonObject,
  which: object = {},
): readonly CallData[] {
  const when = { trigger: { system: 'acefone', name } };
  const desk = ruleDesk({
    dialect: 'acefone',
    rules: [ruleWith({ when, which: { agent: 'any', ...which } })],
    feed: { country: 'IN', timeZone: 'IST' },
  });
  desk.receive({ call_id: 'c1', ...payload, trigger: payload['trigger'] ?? name });
  return desk.firings.map(({ call }) => call);
}

/** The call after one event of a trigger. */
export function received(name: string, more: JsonObject = {}): CallData {
  const [call] = firedBy(name, { ...payloadOf(name), ...more });
  if (call === undefined) throw new Error(`${name} did not fire`);
  return call;
}

/** What is sent on of a trigger's own payload. */
export const sentOn = (name: string): JsonObject => bodyOf(name, received(name));
