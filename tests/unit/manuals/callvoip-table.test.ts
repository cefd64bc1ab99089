import { expect, it } from 'vitest';
import { newWebhook } from '../../../renderer/features/webhooks/webhook-draft.ts';
import { callvoip as dialect } from '../../../shared/dialects/callvoip.ts';
import { flowPath } from '../../../shared/matching/flow-path.ts';
import { momentAt } from '../../../shared/matching/moment.ts';
import { sampleCall } from '../../../shared/model/sample-call.ts';
import { flowProblems, type FlowStep } from '../../../shared/model/flow.ts';
import { webhookSchema, type Webhook } from '../../../shared/model/webhook.ts';
import { prepareRequest } from '../../../shared/webhooks/prepare-request.ts';
import { callvoip } from '../../support/reference.ts';

const { parameters, bodySentWith, bodyNotSentWith, conditionAppRules } = callvoip;
const parameter = (label: string) => parameters.find((one) => one.label === label);
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

it('has both methods, and sends the body with the one that the manual names', () => {
  expect([...bodySentWith, ...bodyNotSentWith].sort()).toEqual(parameter('Methods')?.values);
  for (const method of bodySentWith) {
    expect(JSON.parse(requestOf(method).body ?? '')).toEqual(sample);
  }
  for (const method of bodyNotSentWith) {
    const { body, url } = requestOf(method);
    expect([body, url]).toEqual([undefined, form.url]);
  }
});

it('takes addresses of the schemes of the manual, with or without query parameters', () => {
  const takes = (url: string) => webhookSchema.safeParse({ ...form, url }).success;
  for (const scheme of parameter('URL')?.schemes ?? []) {
    expect(takes(`${scheme}://route.example.com/in`), scheme).toBe(true);
    expect(takes(`${scheme}://route.example.com/in?a=1&b=2`), scheme).toBe(true);
  }
  expect(takes('ftp://route.example.com/in')).toBe(false);
});

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

it.each(conditionAppRules)('keeps to the manual: $rule', ({ id }) => {
  expect(holds[id]?.()).toBe(true);
});
