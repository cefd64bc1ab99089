import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../build/lib/paths.mjs';
import { acefoneTriggers } from '../../../shared/dialects/acefone-triggers.ts';
import { dialects } from '../../../shared/dialects/dialects.ts';
import { normalizeCallData } from '../../../shared/dialects/normalize-call-data.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/json/json-value.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import { isRuleable, type RuleableEvent } from '../../../shared/model/call-event.ts';
import { isCallFieldName } from '../../../shared/model/call-fields.ts';
import type { Feed, KnownDialectName } from '../../../shared/model/feed.ts';
import { acefoneVariables } from '../../../shared/webhooks/acefone-variables.ts';
import { acefone, autoid, callCenterStudio, callvoip, webitel } from '../../support/reference.ts';
import { english } from '../../../shared/text/english.ts';

function decode(dialect: KnownDialectName, payload: JsonValue, feed: Feed = {}): RuleableEvent {
  const result = dialects[dialect].decode(payload, { source: 's', receivedAt: 1, feed });
  if (!result.ok) throw new Error(`${result.problem.path}: ${english(result.problem.message)}`);
  const [event] = result.value;
  if (event === undefined || !isRuleable(event)) throw new Error('no call event');
  return event;
}

/** docs/dialects.md as a table: dialect -> value -> where it lands. */
const documented = new Map<string, Map<string, string>>();
{
  let current = new Map<string, string>();
  for (const line of readFileSync(path.join(root, 'docs/dialects.md'), 'utf8').split('\n')) {
    const heading = /^## .*\(`(.+)`\)/.exec(line)?.[1];
    if (heading !== undefined) {
      current = new Map<string, string>();
      documented.set(heading, current);
    }
    const row = /^\| `(.+?)` \| `(.+?)` \|/.exec(line);
    if (row?.[1] !== undefined && row[2] !== undefined) current.set(row[1], row[2]);
  }
}

/** Sends one value and looks whether it is where the document says. */
function lands(
  dialect: KnownDialectName,
  name: string,
  value: JsonValue,
  payload: JsonObject,
  feed: Feed = {},
): void {
  const dialled = feed.trigger === 'Dialed on Agent' && name === '$caller_id_number';
  const place = dialled ? 'calledNumber' : documented.get(dialect)?.get(name);
  expect(place, `${dialect} ${name} is documented`).toBeDefined();
  const { call } = decode(dialect, { ...payload, [name]: value }, feed);
  if (place !== undefined && isCallFieldName(place)) {
    expect(
      call.fields[place] ?? (place === 'customFields' ? call.custom : undefined),
      `${name} in ${place}`,
    ).toBeDefined();
    return;
  }
  const ext = call.ext[dialect];
  expect(
    isJsonObject(ext) &&
      Object.values(ext).some((kept) => JSON.stringify(kept) === JSON.stringify(value)),
    `${name} in ext`,
  ).toBe(true);
}

const valueOf = (type: string | null, example: string | null, name: string): JsonValue => {
  if (/stamp|\$date/.test(name)) return example ?? '2021-08-09 17:58:44';
  if (type === 'object') return { inner: 'x' };
  if (type === 'array') return ['x'];
  if (type === 'boolean') return true;
  return example ?? 'x1';
};

it('takes all 317 rows of Acefone where the document says', () => {
  let rows = 0;
  for (const trigger of acefone.triggers) {
    for (const { name, jsonType, example } of trigger.variables) {
      rows += 1;
      lands(
        'acefone',
        name,
        valueOf(jsonType, example, name),
        { $call_id: 'c1', $uuid: 'u1' },
        { trigger: trigger.name },
      );
    }
  }
  expect(rows).toBe(317);
});

it('knows the 19 triggers by name, and infers the 16 from their variables to a stage that fits', () => {
  expect(acefoneTriggers.map(({ name }) => name).sort()).toEqual(
    acefone.triggers.map(({ name }) => name).sort(),
  );
  for (const trigger of acefone.triggers.filter(({ variables }) => variables.length > 0)) {
    const payload = Object.fromEntries(
      trigger.variables.map(({ name, jsonType, example }) => [
        name,
        valueOf(jsonType, example, name),
      ]),
    );
    const status = /missed/i.test(trigger.name) ? 'Missed' : 'Answered';
    const stated = decode(
      'acefone',
      { ...payload, $call_status: status },
      { trigger: trigger.name },
    );
    const inferred = decode('acefone', { ...payload, $call_status: status });
    expect(inferred.stage, trigger.name).toBe(stated.stage);
  }
});

it('splits hangup from missed by the status, and takes a trigger from settings, topic or payload', () => {
  const payload = { $call_id: 'c', $billsec: '0' };
  const both = { trigger: 'Call hangup (Missed or Answered)' };
  expect(decode('acefone', { ...payload, $call_status: 'Missed' }, both).stage).toBe('missed');
  expect(decode('acefone', { ...payload, $call_status: 'answered' }, both).stage).toBe('hangup');
  expect(decode('acefone', { ...payload, trigger: 'Dialed on Agent' }).stage).toBe('ringing');
  expect(decode('acefone', payload, { trigger: 'call answered by agent' }).stage).toBe('answered');
  const context = {
    source: 's',
    receivedAt: 1,
    topic: 'acefone.dtmf',
    feed: { topics: { dtmf: 'DTMF Option' } },
  };
  const byTopic = dialects.acefone.decode(payload, context);
  expect(byTopic.ok && byTopic.value[0]?.kind).toBe('call.fact');
});

it('reads the three date formats and both zones as the same instant', () => {
  const at = (stamp: string, timeZone: string) =>
    decode(
      'acefone',
      { $call_id: 'c', $start_stamp: stamp },
      { timeZone, trigger: 'Call received on Server' },
    ).occurredAt;
  const instant = Date.parse('2021-08-09T12:28:44Z');
  expect(at('2021-08-09 17:58:44', 'IST')).toBe(instant);
  expect(at('2021-08-09 12:28:44', 'UTC')).toBe(instant);
  expect(at(String(instant / 1000), 'IST')).toBe(instant);
  expect(at('2021-08-09T12:28:44Z', 'IST')).toBe(instant);
});

it('writes numbers as E.164 and keeps the raw form', () => {
  const { call } = decode(
    'acefone',
    {
      $call_id: 'c',
      customer_no_with_prefix: '918069010148',
      $customer_number: '8069010148',
      sub_dispositon: 'Interested',
      '$answered_agent{}': 'John',
    },
    { country: 'IN', trigger: 'Dialed on Agent' },
  );
  expect(call.fields).toMatchObject({
    customerNumberIntl: '+918069010148',
    customerNumber: '+918069010148',
    callerNumber: '+918069010148',
    subDisposition: 'Interested',
    answeredBy: 'John',
  });
  expect(call.ext['acefone']).toMatchObject({
    customer_no_with_prefix: '918069010148',
    customer_number: '8069010148',
  });
});

it('takes all 77 tokens of AutoID, nested ones too, and tells begin from end', () => {
  expect(autoid.tokens).toHaveLength(77);
  for (const { token, example } of autoid.tokens)
    lands('autoid', token, example ?? { a: ['b'] }, { '%callid%': 'c1' });
  const tokens = autoid.tokens.map(({ token, category }) => [token, category]);
  expect(dialects.autoid.fields.map(({ name, category }) => [name, category])).toEqual(tokens);
  const call = { callid: 'c', prompt_responses: [{ question: 'one', response: '1' }] };
  expect(decode('autoid', call).stage).toBe('queued');
  expect(decode('autoid', call, { stage: 'ringing' }).stage).toBe('ringing');
  expect(decode('autoid', { ...call, dialstatus: 'ANSWER' }).stage).toBe('hangup');
  expect(decode('autoid', { ...call, dialstatus: 'NOANSWER' }).stage).toBe('missed');
  expect(decode('autoid', call, { moment: 'end' }).stage).toBe('hangup');
  expect(decode('autoid', call).call.fields.callFlow).toBe('[{"question":"one","response":"1"}]');
});

it('takes the 12 keys of Callvoip, and names the place of the comma its sample lacks', () => {
  for (const { key } of callvoip.bodyFields)
    lands(
      'callvoip',
      key,
      key === 'phonebook_caller_name' ? 'Jan' : (callvoip.sampleBodyCorrected[key] ?? ''),
      { uuid: 'c1' },
    );
  const event = decode('callvoip', callvoip.sampleBodyCorrected, {
    country: 'NL',
    stage: 'ringing',
  });
  expect(event).toMatchObject({
    stage: 'ringing',
    occurredAt: 1669908899250,
    linkedCallId: 'b587f4ee-718d-11ed-88ee-b97829e8fee4',
    call: { fields: { callerNumber: '+31152026057', calledNumber: '+31102380095' } },
  });
  const printed = parseJson(callvoip.sampleBodyAsPrinted.join('\n'));
  expect(printed.ok ? '' : english(printed.problem.message)).toBe(
    'It is not valid JSON: comma expected at line 13, column 1.',
  );
});

it('takes the 22 fields of Call Center Studio and its three events', () => {
  const labels = callCenterStudio.fields
    .filter(({ kind }) => kind === 'call data')
    .map(({ label }) => label);
  for (const label of labels)
    lands('call-center-studio', label, label === 'Event' ? 'hangup' : 'x', {
      'Call ID': 'c',
      Event: 'ringing',
    });
  const event = decode('call-center-studio', {
    callkey: 1,
    'Call ID': 'c',
    Event: 'noanswer',
    'Call Date': '14.02.2020',
  });
  expect(event).toMatchObject({
    stage: 'missed',
    call: { fields: { callStart: '2020-02-14T00:00:00Z', event: 'noanswer' } },
  });
  const unknown = dialects['call-center-studio'].decode(
    { 'Call ID': 'c', Event: 'flying' },
    { source: 's', receivedAt: 1, feed: {} },
  );
  expect(unknown).toMatchObject({ ok: false, problem: { path: 'Event' } });
});

it('takes the eight events of Webitel and its documented fields', () => {
  expect(dialects.webitel.events.map(({ name }) => name).sort()).toEqual(
    [...webitel.events].sort(),
  );
  const names = new Set(Object.values(webitel.publicDocumentation.fields).flat());
  for (const name of names)
    lands('webitel', name, 'x', { event: 'Joined', member_channel_id: 'm' });
  const stages = webitel.events.map((event) => decode('webitel', { event, attempt_id: 7 }).stage);
  expect(stages).toEqual([
    'queued',
    'answered',
    'ringing',
    'bridged',
    'missed',
    'hangup',
    'wrapup',
    'active',
  ]);
});

it('gives a payload that is sent again the same event id, and another moment another', () => {
  const payload = { $call_id: 'c', $uuid: 'u', $start_stamp: '2021-08-09 17:58:44' };
  const first = decode('acefone', payload, { trigger: 'Dialed on Agent' });
  expect(decode('acefone', payload, { trigger: 'Dialed on Agent' }).id).toBe(first.id);
  expect(decode('acefone', payload, { trigger: 'Call answered by Agent' }).id).not.toBe(first.id);
});

it.each(['acefone', 'autoid', 'callvoip', 'webitel', 'call-center-studio'] as const)(
  '%s refuses what is no call, with a reason',
  (dialect) => {
    const context = { source: 's', receivedAt: 1, feed: {} };
    for (const payload of [null, 'x', [], 5, {}, { event: 5 }, { uuid: 'x'.repeat(1_000_000) }]) {
      expect(dialects[dialect].decode(payload, context).ok, dialect).toBe(false);
    }
  },
);

it('takes names that every object has for what they are: data, or no event at all', () => {
  const call = normalizeCallData({ toString: 'x', constructor: 'y', valueOf: 1, callId: 'c1' });
  expect(call).toEqual({
    fields: { callId: 'c1' },
    custom: {},
    ext: { toString: 'x', constructor: 'y', valueOf: 1 },
  });
  const context = { source: 'pbx', receivedAt: 0, feed: {} };
  const payload = { event: 'constructor', 'Call ID': 'c1' };
  expect(dialects['call-center-studio'].decode(payload, context).ok).toBe(false);
  const event = {
    specversion: '1.0',
    id: '1',
    source: 's',
    type: 'call.toString',
    data: { callId: 'c' },
  };
  expect(dialects.cloudevents.decode(event, context).ok).toBe(false);
  expect(acefoneVariables('constructor')).toEqual([]);
});
