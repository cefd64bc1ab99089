import { expect } from 'vitest';
import { newWebhook } from '../../../renderer/features/webhooks/webhook-draft.ts';
import { webhookProcedures } from '../../../shared/contract/webhooks.ts';
import { callvoip as dialect } from '../../../shared/dialects/callvoip.ts';
import { isJsonObject, type JsonObject } from '../../../shared/json/json-value.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import { flowPath } from '../../../shared/matching/flow-path.ts';
import { momentAt } from '../../../shared/matching/moment.ts';
import { sampleCall } from '../../../shared/model/sample-call.ts';
import { flowProblems, type FlowStep } from '../../../shared/model/flow.ts';
import { webhookSchema, type Webhook } from '../../../shared/model/webhook.ts';
import { prepareRequest } from '../../../shared/webhooks/prepare-request.ts';
import { callvoip } from '../../support/reference.ts';
import { ruleDesk, ruleWith } from '../../support/rule-desk.ts';
import {
  beside,
  differs,
  memberText,
  referenceTable,
  says,
  textsIn,
  type Entry,
} from '../../support/reference-table.ts';

const form: Webhook = {
  ...newWebhook('callvoip'),
  name: 'Callvoip',
  url: 'https://route.example.com/',
};
const sample = callvoip.sampleBodyCorrected;

/** What is sent of the manual's sample call. */
function requestOf(method: string) {
  const webhook = webhookSchema.parse({ ...form, method, numbers: 'digits' });
  const build = prepareRequest(webhook, []);
  const decoded = dialect.decode(sample, { source: 's', receivedAt: 0, feed: { country: 'NL' } });
  const [event] = decoded.ok ? decoded.value : [];
  if (!build.ok || event?.kind !== 'call.state') throw new Error('no request');
  return build.value(event.call);
}

const ask = (as: string): FlowStep => ({ do: 'ask', webhook: 'w', as, answer: { from: 'body' } });
const test = (name: string, value = 'finance') => ({
  field: `var.${name}`,
  is: 'equals' as const,
  value,
});
const branch = (...names: string[]): FlowStep => ({
  do: 'if',
  when: { all: names.map((name) => test(name)) },
  then: [{ do: 'popup', popup: 'finance' }],
  else: [{ do: 'popup', popup: 'agent' }],
});
const allows = (...steps: FlowStep[]) => flowProblems(steps).length === 0;
const wayFor = (answer: string) =>
  flowPath(
    [ask('way'), branch('way')],
    { call: sampleCall, moment: momentAt(0, 'UTC') },
    { values: { way: answer }, failed: [] },
  ).at(-1)?.at;

/** Each sentence on the Condition app, by its name in the reference. */
const holds: Readonly<Record<string, () => boolean>> = {
  'visible-only-if-set': () =>
    !allows({ do: 'send', webhook: 'w' }, branch('way')) && allows(ask('way'), branch('way')),
  unique: () => !allows(ask('way'), ask('way')) && allows(ask('way'), ask('other')),
  'only-after': () => !allows(branch('way'), ask('way')),
  'all-earlier-visible': () => allows(ask('a'), ask('b'), branch('a', 'b')),
  'answer-steers': () =>
    wayFor('finance') === 'steps.1.then.0' && wayFor('support') === 'steps.1.else.0',
};

const taken = (rest: object) => webhookSchema.safeParse({ ...form, ...rest }).success;
const addressIsTaken = (scheme: string) => {
  for (const query of ['', '?a=1&b=2']) {
    expect(taken({ url: `${scheme}://route.example.com/in${query}` }), scheme).toBe(true);
  }
  expect(taken({ url: 'ftp://route.example.com/in' })).toBe(false);
};
const sendsBody = (method: string) =>
  expect(JSON.parse(requestOf(method).body ?? '')).toEqual(sample);
function sendsAddressAlone(method: string): void {
  const { body, url } = requestOf(method);
  expect([body, url]).toEqual([undefined, form.url]);
}
function sentBody(): JsonObject {
  const body = parseJson(requestOf('POST').body ?? '');
  return body.ok && isJsonObject(body.value) ? body.value : {};
}

/** Why a time-out cannot be saved; none where it can. */
function timeoutProblems(timeoutSeconds: number): readonly unknown[] {
  const webhook = { ...form, timeoutSeconds };
  const parsed = webhookProcedures['webhook.save'].input.safeParse({
    webhook,
    rules: [],
    expected: 'new',
  });
  return parsed.success ? [] : parsed.error.issues;
}
function isWithinLimits(): void {
  for (const seconds of [1, 2, 10]) expect(timeoutProblems(seconds), String(seconds)).toEqual([]);
  for (const seconds of [0, 11]) expect(timeoutProblems(seconds), String(seconds)).not.toEqual([]);
}

/** What each parameter does. */
const parameterDoes: Readonly<Record<string, () => void>> = {
  Methods: () => {
    sendsBody('POST');
    sendsAddressAlone('GET');
  },
  URL: () => addressIsTaken('https'),
  'Save result as variable': () => {
    expect(wayFor('finance')).not.toBe(wayFor('support'));
  },
  'Request Timeout': isWithinLimits,
};
const does = ({ names: [label = ''] }: Entry): void => parameterDoes[label]?.();

const parameterRows = [
  beside('system', 'Its name; the dialect is tested by its payloads'),
  beside('document', 'The title of the manual'),
  beside('version', 'That of the manual'),
  beside('seed', 'The number of the file'),
  says('purpose', () => sendsBody('POST')),
  says('parameters › * › label', does),
  beside('parameters › * › labelNl', 'The Dutch manual’s word; the app has its own texts'),
  says('parameters › * › required', ({ names: [label = ''], value }) => {
    // A name is only needed where a later condition asks for it.
    const isRequired =
      label === 'Save result as variable' ? !allows({ do: 'send', webhook: 'w' }) : true;
    expect(isRequired).toBe(value);
    if (label === 'URL') expect(taken({ url: '' })).toBe(false);
  }),
  says('parameters › * › values › *', ({ text }) => expect(taken({ method: text })).toBe(true)),
  says('parameters › * › schemes › *', ({ text }) => addressIsTaken(text)),
  says('parameters › * › queryParameters', () => addressIsTaken('https')),
  says('parameters › * › default', ({ names: [label = ''], value }) => {
    if (label === 'Request Timeout') expect(form.timeoutSeconds).toBe(value);
    else expect(value).toBe(null);
  }),
  says('parameters › * › meaning', does),
  says('parameters › * › unit', isWithinLimits),
  says('parameters › * › min', isWithinLimits),
  says('parameters › * › max', isWithinLimits),
];

const bodyRows = [
  says('bodyFields › * › label', ({ of }) =>
    expect(sentBody()).toHaveProperty(memberText(of, 'key')),
  ),
  beside('bodyFields › * › labelNl', 'The Dutch manual’s word; the keys are the same'),
  says('bodyFields › * › key', ({ text }) => expect(Object.keys(sentBody())).toContain(text)),
  says('bodyFields › * › example', ({ of, value }) =>
    expect(sentBody()[memberText(of, 'key')]).toBe(value),
  ),
  says('bodyFields › * › jsonType', ({ of, text }) =>
    expect(typeof sentBody()[memberText(of, 'key')]).toBe(text),
  ),
  says('bodyFields › * › note', ({ of }) =>
    expect(sentBody()).toHaveProperty(memberText(of, 'key')),
  ),
  beside('bodyFieldsNote', 'How the labels were paired with the keys'),
  says('bodySentWith › *', ({ text }) => sendsBody(text)),
  says('bodyNotSentWith › *', ({ text }) => sendsAddressAlone(text)),
  differs('sampleBodyAsPrinted', 'The printed sample is no JSON: a comma is missing', ({ value }) =>
    expect(parseJson(textsIn(value).join('\n')).ok).toBe(false),
  ),
  beside('sampleSyntaxError', 'Where the manual’s sample is wrong'),
  says('sampleBodyCorrected › *', ({ names: [key = ''], value }) =>
    expect(sentBody()[key]).toBe(value),
  ),
  says('sampleObservations › *', () => sendsBody('POST')),
];

const unlessAnswered = () =>
  flowPath(
    [ask('way'), branch('way')],
    { call: sampleCall, moment: momentAt(0, 'UTC') },
    { values: {}, failed: ['way'] },
  ).at(-1)?.at;

const wayRows = [
  says('flow › *', () => {
    expect(wayFor('finance')).toBe('steps.1.then.0');
    expect(unlessAnswered()).toBe('steps.1.else.0');
  }),
  says('conditionAppRules › * › rule', ({ of }) =>
    expect(holds[memberText(of, 'id')]?.()).toBe(true),
  ),
  says('conditionAppRules › * › id', ({ text }) => expect(holds[text]?.()).toBe(true)),
  beside('availability › in › *', 'Where that system puts its app'),
  beside('availability › notIn › *', 'Where that system puts its app'),
  says('availability › direction', () => {
    const rules = [
      ruleWith({ which: { agent: 'any', directions: ['inbound'] }, when: { stage: 'queued' } }),
    ];
    expect(ruleDesk({ dialect: 'callvoip', rules }).receive(sample)).toEqual(['Rule']);
  }),
  says('useCases › * › check', () => expect(wayFor('finance')).toBe('steps.1.then.0')),
  says('useCases › * › route', () => expect(wayFor('support')).toBe('steps.1.else.0')),
  beside('notDocumented › *', 'docs/webhooks.md says how the app has it'),
  beside('ambiguities › *', 'What the manual leaves open; the rows above say how it is read'),
];

referenceTable('callvoip', [...parameterRows, ...bodyRows, ...wayRows]);
