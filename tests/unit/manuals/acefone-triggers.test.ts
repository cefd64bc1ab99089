import { expect, it } from 'vitest';
import { acefoneTriggers } from '../../../shared/dialects/acefone-triggers.ts';
import type { JsonObject, JsonValue } from '../../../shared/json/json-value.ts';
import { ruleSchema } from '../../../shared/model/rule.ts';
import { issueSays } from '../../../shared/model/schema-issue.ts';
import { english } from '../../../shared/text/english.ts';
import { acefone } from '../../support/reference.ts';
import { ruleDesk, ruleWith } from '../../support/rule-desk.ts';

const names = acefone.triggers.map(({ name }) => name);
const rules = names.map((name) =>
  ruleWith({
    id: `r${names.indexOf(name)}`,
    name,
    when: { trigger: { system: 'acefone', name } },
    which: { agent: 'any' },
  }),
);

const missed = ['Call hangup (Missed)', 'Call hangup (Missed) (updated)'];
const answered = ['Call hangup (Answered)', 'Call hangup (Answered) (updated)'];
const either = 'Call hangup (Missed or Answered)';

/** What the manual says that fires: the trigger itself, and of a call's end all that name this end. */
function meant(name: string, status: string): string[] {
  if (![...missed, ...answered, either].includes(name)) return [name];
  const isMissed = missed.includes(name) || (name === either && status === 'Missed');
  return names.filter((one) => one === either || (isMissed ? missed : answered).includes(one));
}

const exampleOf = (type: string | null, example: string | null): JsonValue => {
  if (type === 'object') return { name: 'x' };
  if (type?.startsWith('array') === true) return ['x'];
  return type === 'boolean' ? true : (example ?? 'x1');
};

/** The event of a trigger, with the variables that its table lists. */
function payloadOf(name: string, status: string): JsonObject {
  const variables = acefone.triggers.find((one) => one.name === name)?.variables ?? [];
  const values = variables.map((one): [string, JsonValue] => [
    one.name.replace('$', ''),
    /stamp|date$/.test(one.name) ? '2021-08-09 17:58:44' : exampleOf(one.jsonType, one.example),
  ]);
  return { ...Object.fromEntries(values), call_id: 'c1', call_status: status, trigger: name };
}

it.each(names.flatMap((name) => ['Answered', 'Missed'].map((status) => [name, status] as const)))(
  'fires on “%s” (%s) what the manual says, of all 19 triggers',
  (name, status) => {
    const { receive } = ruleDesk({ dialect: 'acefone', rules });
    expect(receive(payloadOf(name, status)).sort()).toEqual(meant(name, status).sort());
  },
);

it('fires each of a call’s triggers in the order of the call, each once', () => {
  const { receive } = ruleDesk({ dialect: 'acefone', rules });
  const way = [
    'Call received on Server',
    'Call answered on IVR',
    'Call received on Auto Attendant',
    'Call received on Department',
    'DTMF Option',
    'Dialed on Agent',
    'Call answered by Agent',
    'Call Connected to Agent (Dialer)',
  ];
  for (const name of way) expect(receive(payloadOf(name, 'Answered')), name).toEqual([name]);
  expect(receive(payloadOf('Call received on Server', 'Answered'))).toEqual([]);
  expect(receive(payloadOf(either, 'Answered')).sort()).toEqual(meant(either, 'Answered').sort());
  // The same end under another name is no second end.
  expect(receive(payloadOf('Call hangup (Answered)', 'Answered'))).toEqual([]);
});

it('fires again at the next IVR of a call, and once at each', () => {
  const { receive } = ruleDesk({ dialect: 'acefone', rules });
  const first = payloadOf('Call answered on IVR', 'Answered');
  const next = { ...first, ivr_id: '32', ivr_name: 'Service' };
  expect(receive(first)).toHaveLength(1);
  expect(receive(next)).toHaveLength(1);
  expect(receive(next)).toEqual([]);
});

it('takes a trigger from the payload, the source’s setting, a topic or the variables', () => {
  const name = 'Call answered on IVR';
  const payload: JsonObject = { call_id: 'c1', ivr_id: 'x', start_stamp: '2021-08-09 17:58:44' };
  const firedBy = (data: JsonObject, feed = {}) =>
    ruleDesk({ dialect: 'acefone', rules }).receive(data, feed);
  expect(firedBy({ ...payload, trigger: name })).toEqual([name]);
  expect(firedBy({ ...payload, trigger: 'call answered on ivr' })).toEqual([name]);
  expect(firedBy({ call_id: 'c1' }, { trigger: name })).toEqual([name]);
  expect(firedBy(payload)).toEqual([name]);
  expect(firedBy({ ...payload, trigger: 'Call hangup (Missed) (Deprecated)' }).sort()).toEqual(
    meant('Call hangup (Missed)', '').sort(),
  );
});

it('runs rules on the events of other systems that mean the same', () => {
  const { receive } = ruleDesk({ dialect: 'call-center-studio', rules });
  const event = (Event: string, data: JsonObject = {}) => ({ 'Call ID': 'c', Event, ...data });
  expect(receive(event('queued'))).toEqual(['Call received on Server']);
  expect(receive(event('ringing'))).toEqual(['Dialed on Agent']);
  expect(receive(event('noanswer', { 'Agent ID': '83' })).sort()).toEqual(
    [...missed, either, 'Call missed by Agent (Hangup)'].sort(),
  );
});

it('marks what the manual calls deprecated, and knows its call types', () => {
  for (const trigger of acefone.triggers) {
    const known = acefoneTriggers.find(({ name }) => name === trigger.name);
    expect(known?.deprecated === true, trigger.name).toBe(trigger.deprecated);
    expect(known?.callTypes, trigger.name).toEqual(
      trigger.callTypes?.map((type) => type.toLowerCase()),
    );
    expect(known?.outboundType === 'dialer', trigger.name).toBe(trigger.dialerOnly);
  }
});

/** What the rule's form says, by its field. */
function problemsOf(name: string, which: object): Record<string, string> {
  const rule = {
    id: 'r',
    name: 'R',
    when: { trigger: { system: 'acefone', name } },
    which,
    actions: [{ do: 'send', webhook: 'w' }],
  };
  const issues = ruleSchema.safeParse(rule).error?.issues ?? [];
  return Object.fromEntries(issues.map((one) => [one.path.join('.'), english(issueSays(one))]));
}

it('refuses at the field what never happens', () => {
  expect(problemsOf('Dialed on Agent', { directions: ['outbound'] })).toEqual({
    'which.directions': '“Dialed on Agent” only happens on inbound calls.',
  });
  expect(problemsOf('Dialed on Agent', { outboundTypes: ['dialer'] })).toEqual({
    'which.outboundTypes': 'Only outbound calls have an outbound type.',
  });
  const byCustomer = 'Call missed by Customer (Click to call)';
  expect(problemsOf(byCustomer, { directions: ['inbound'] })).toEqual({
    'which.directions': `“${byCustomer}” only happens on outbound calls.`,
  });
  expect(problemsOf(byCustomer, { outboundTypes: ['broadcast'] })).toEqual({
    'which.outboundTypes': `“${byCustomer}” only happens on calls of the type Click to Call.`,
  });
  expect(problemsOf('Call answered', {})).toEqual({
    'when.trigger.name': 'There is no trigger “Call answered”.',
  });
  expect(
    problemsOf(byCustomer, { directions: ['outbound'], outboundTypes: ['Click to Call'] }),
  ).toEqual({});
  expect(problemsOf('Call answered by Agent', { directions: ['inbound', 'outbound'] })).toEqual({});
});
