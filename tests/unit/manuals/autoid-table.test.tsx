// @vitest-environment happy-dom
import { expect } from 'vitest';
import { judgeAnswer } from '../../../electron/features/webhooks/judge-answer.ts';
import { autoid } from '../../../shared/dialects/autoid.ts';
import { autoidFields } from '../../../shared/dialects/autoid-fields.ts';
import { webhookSchema } from '../../../shared/model/webhook.ts';
import { withOurTokens } from '../../../shared/templates/autoid-tokens.ts';
import { prepareTemplate } from '../../../shared/templates/template.ts';
import { tokenCategories, tokenChoices } from '../../../shared/templates/token-catalogue.ts';
import {
  beside,
  differs,
  memberText,
  referenceTable,
  says,
} from '../../support/reference-table.ts';
import { ruleDesk, ruleWith } from '../../support/rule-desk.ts';
import { wizardRows } from './rows/autoid-wizard.tsx';

const context = { source: 's', receivedAt: 0, feed: { country: 'US' } };
const fieldOf = (token: string) => autoidFields.find(({ name }) => name === token);

/** What a template with one token makes of a payload that carries it. */
function sent(token: string, value: string): string {
  const decoded = autoid.decode({ callid: 'c', [token.replaceAll('%', '')]: value }, context);
  const [event] = decoded.ok ? decoded.value : [];
  if (event?.kind !== 'call.state') throw new Error('no call');
  const template = prepareTemplate('xml', withOurTokens('xml', `<a>${token}</a>`));
  if (!template.ok) throw new Error('no template');
  return template.value({ call: event.call, dates: { zone: 'UTC' }, whenUnset: 'empty' });
}

const fills = (token: string, value: string) => expect(sent(token, value)).toContain(value);
const choice = (token: string) => tokenChoices.find(({ key }) => key === token);
const webhook = (rest: object) =>
  webhookSchema.safeParse({ id: 'w', name: 'W', url: 'https://a.example/', ...rest });

const tokenRows = [
  beside('system', 'Its name; the dialect is tested by its payloads'),
  beside('document', 'The title of the manual'),
  beside('seed', 'The number of the file'),
  says('purpose', () => fills('%ani_city%', 'Springwood')),
  says('counts › tokens', ({ value }) => expect(autoidFields).toHaveLength(Number(value))),
  says('counts › perCategory › *', ({ names: [category = ''], value }) =>
    expect(autoidFields.filter((one) => one.category === category)).toHaveLength(Number(value)),
  ),
  says('counts › nested', ({ value }) => {
    const nested = autoidFields.filter(({ name }) =>
      withOurTokens('json', `{"a": "${name}"}`).includes(':json}}'),
    );
    expect(nested).toHaveLength(Number(value));
  }),
  differs('counts › withoutExample', 'All have one, so that a preview is full', () =>
    expect(autoidFields.filter(({ example }) => example === undefined)).toEqual([]),
  ),
  says('categories › *', ({ names: [category] }) => expect(tokenCategories).toContain(category)),
  beside('categoriesNote', 'What the manual leaves open'),
  says('tokenSyntax', () =>
    expect(autoidFields.filter(({ name }) => !/^%[a-z0-9_]+%$/.test(name))).toEqual([]),
  ),
  says('tokens › * › token', ({ text }) => expect(choice(text)?.key).toBe(text)),
  says('tokens › * › category', ({ of, text }) =>
    expect(choice(memberText(of, 'token'))?.category).toBe(text),
  ),
  says('tokens › * › description', ({ of }) => fills(memberText(of, 'token'), '4711')),
  says('tokens › * › example', ({ of, value }) => {
    const token = memberText(of, 'token');
    // Times are written in one way, and a number as the country of the source has it.
    const isRewritten = /_time%$|%ani%|%tracking%/.test(token) && !/dialed|answered/.test(token);
    if (typeof value === 'string' && !isRewritten) fills(token, value);
    else expect(fieldOf(token)?.example).not.toBe('');
  }),
  says('tokens › * › nested', ({ of, value }) => {
    const ours = withOurTokens('json', `{"a": "${memberText(of, 'token')}"}`);
    expect(ours.includes(':json}}')).toBe(value);
  }),
  says('tokens › * › inferredParent', ({ of }) => {
    // Each stands for itself, whether it comes alone or in the list of answers.
    fills(memberText(of, 'token'), '1');
  }),
  differs(
    'tokens › * › note',
    'Examples are values, without the words of the manual around them',
    ({ of }) =>
      expect(fieldOf(memberText(of, 'token'))?.example).not.toMatch(/meaning|\(|like |\w\/[A-Z]/),
  ),
];

const requestRows = [
  says('templateTypes › *', ({ text }) => {
    const sample = text === 'JSON' ? '{"a": 1}' : '<a>1</a>';
    expect(prepareTemplate(text === 'JSON' ? 'json' : 'xml', sample).ok).toBe(true);
  }),
  says('methods › *', ({ text }) => expect(webhook({ method: text }).success).toBe(true)),
  says('successCodes › *', ({ value }) => {
    expect(webhook({ successCodes: [value] }).success).toBe(true);
    expect(judged(Number(value), [Number(value)])).toBe('delivered');
  }),
  differs(
    'successCodesNote',
    'The wizard takes one, the form of the webhook any number of them',
    () => {
      expect(judged(204, [200])).toBe('again');
      expect(judged(204, [200, 201, 202, 203, 204])).toBe('delivered');
    },
  ),
  says('endpoint › schemes › *', ({ text }) =>
    expect(webhook({ url: `${text}://a.example/path` }).success).toBe(true),
  ),
  says('endpoint › form', () =>
    expect(webhook({ url: 'https://a.example/path' }).success).toBe(true),
  ),
  says('retransmission › printed', () => expect(judged(500, [200])).toBe('again')),
  says('retransmission › likelyMeaning', () => expect(judged(503, [200])).toBe('again')),
  differs(
    'retransmission › codeStated',
    'A request in a wrong form is not sent again: 4xx, but 408, 425 and 429',
    () => {
      expect(judged(400, [200])).toBe('stop');
      expect(judged(429, [200])).toBe('again');
    },
  ),
  beside('retransmission › notDocumented › *', 'docs/webhooks.md has the schedule'),
];

function judged(status: number, successCodes: number[]): string {
  const answer = { status, headers: {}, text: '' };
  return judgeAnswer({ ok: true, value: answer }, { successCodes, stopOn4xx: true }, 0).kind;
}

/** Which of two rules, for the beginning and for the end, run on a payload. */
function firesOn(which: object, payload: Record<string, string>): string[] {
  const rules = (['begin', 'end'] as const).map((moment) =>
    ruleWith({ id: moment, name: moment, when: { moment }, which: { agent: 'any', ...which } }),
  );
  return ruleDesk({ dialect: 'autoid', rules, feed: { country: 'US' } }).receive(payload);
}
const begin = { callid: 'c', call_start_time: '2019-03-28T00:05:00.000Z' };
const end = { ...begin, call_end_time: '2019-03-28T00:05:30.000Z', dialstatus: 'ANSWER' };
const places: Readonly<Record<string, readonly [which: object, payload: object]>> = {
  'Call treatment': [{ pressedKeys: ['1'] }, { response: '1' }],
  'Campaign (offline marketing)': [{ campaigns: ['Radio'] }, { campaign_name: 'Radio' }],
  'DNI campaign (digital)': [{ calledNumbers: ['7774839229'] }, { tracking: '7774839229' }],
};

function isSentAt(name: string): void {
  const [which = {}, own = {}] = places[name] ?? [];
  expect(firesOn(which, { ...end, ...own })).toEqual(['end']);
  expect(firesOn(which, end)).toEqual([]);
}

const placeRows = [
  says('attachPoints › * › name', ({ text }) => isSentAt(text)),
  says('attachPoints › * › control', ({ names: [name = ''] }) => isSentAt(name)),
  says('attachPoints › * › sendMoment', ({ value, names: [name = ''] }) => {
    const [which = {}, own = {}] = places[name] ?? [];
    const payload = value === null ? end : begin;
    expect(firesOn(which, { ...payload, ...own })).toEqual([value === null ? 'end' : 'begin']);
  }),
  says('attachPoints › * › example', ({ names: [name = ''] }) => isSentAt(name)),
  beside('attachPointsNote', 'What the manual leaves open'),
];

const open = [
  beside(
    'notDocumented › *',
    'Settings of the webhook: signature, time-out, switch, test, empty values',
  ),
  beside('ambiguities › *', 'What the manual leaves open; the rows above say how it is read'),
];

referenceTable('autoid', [...tokenRows, ...requestRows, ...placeRows, ...wizardRows, ...open]);
