import { expect, it } from 'vitest';
import { reasonText } from '../../../renderer/ui/reason-text.ts';
import { failingTest } from '../../../shared/matching/match-condition.ts';
import { momentAt } from '../../../shared/matching/moment.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import { conditionSchema, type Condition } from '../../../shared/model/condition.ts';
import { skipReasonSchema } from '../../../shared/model/skip-reason.ts';
import { catalogues } from '../../../shared/text/catalogues.ts';
import { english } from '../../../shared/text/english.ts';
import { createTranslate } from '../../../shared/text/translate.ts';

it('names both sides of what was compared', () => {
  const wanted = ['Billing', 'Support'];
  expect(reasonText({ code: 'other-queue', queue: 'Sales', wanted }, english)).toBe(
    'The call is in the queue “Sales”; this rule is for “Billing” and “Support”.',
  );
  expect(reasonText({ code: 'other-queue', wanted }, english)).toBe(
    'The call is in no queue; this rule is for “Billing” and “Support”.',
  );
  expect(
    reasonText({ code: 'other-direction', direction: 'inbound', wanted: ['outbound'] }, english),
  ).toBe('The call is inbound; this rule is for outbound calls.');
  const dutch = createTranslate(catalogues.nl, 'nl');
  expect(reasonText({ code: 'other-number', number: '+3120', wanted: ['+3130'] }, dutch)).toBe(
    'Het gebelde nummer is +3120; deze regel is voor +3130.',
  );
});

const call: CallData = { fields: { queueName: 'Sales', callerNumber: '+31' }, custom: {}, ext: {} };
const test = (field: string, value: string): Condition => ({ field, is: 'equals', value });
const moment = momentAt(Date.UTC(2026, 2, 14, 18, 4), 'UTC');
const sales = test('queueName', 'Sales');
const vip = test('custom.tier', 'VIP');

it('names the condition that fails, and the value of the call', () => {
  const reason = (condition: Condition) =>
    reasonText({ code: 'condition', ...failingTest(condition, { call, moment }) }, english);
  expect(reason({ all: [sales, { any: [test('callerNumber', '+90')] }] })).toBe(
    'This rule needs a call where Caller ID is “+90”. Here it is “+31”.',
  );
  expect(reason({ all: [sales, vip] })).toBe(
    'This rule needs a call where custom.tier is “VIP”. Here it is empty.',
  );
  // Each alone would have been enough, or the opposite of one: no single test explains it.
  expect(reason({ any: [vip, test('callerNumber', '+90')] })).toBe(
    'The rule’s conditions are not met.',
  );
  expect(reason({ not: { all: [sales] } })).toBe('The rule’s conditions are not met.');
  expect(reason({ not: sales })).toBe(
    'This rule needs a call where Queue Name is not “Sales”. Here it is “Sales”.',
  );
});

it('names the list, the limits and the time that a test wants', () => {
  const reason = (condition: Condition) =>
    reasonText(
      skipReasonSchema.parse({
        code: 'condition',
        ...failingTest(conditionSchema.parse(condition), { call, moment }),
      }),
      english,
    );
  const field = 'queueName';
  expect(reason({ field, is: 'oneOf', value: '', values: ['Billing', 'Support'] })).toBe(
    'This rule needs a call where Queue Name is one of “Billing” or “Support”. Here it is “Sales”.',
  );
  expect(reason({ field, is: 'notEquals', value: 'sales' })).toBe(
    'This rule needs a call where Queue Name is not “sales”. Here it is “Sales”.',
  );
  expect(reason({ field, is: 'greaterThan', value: '5' })).toBe(
    'This rule needs a call where Queue Name is greater than “5”. Here it is “Sales”, which cannot be ' +
      'compared with that: numbers compare with numbers, and times with times.',
  );
  expect(reason({ field: 'tags', is: 'between', value: '5', to: '7' })).toBe(
    'This rule needs a call where Tags is between “5” and “7”. Here it is empty.',
  );
  expect(reason({ time: { from: '09:00', to: '17:00' } })).toBe(
    'This rule needs a call where the time is between 09:00 and 17:00. Here it is “18:04”.',
  );
  expect(reason({ weekdays: ['monday', 'friday'] })).toBe(
    'This rule needs a call where the day is Monday or Friday. Here it is “Saturday”.',
  );
  expect(reason({ not: { weekdays: ['saturday'] } })).toBe(
    'This rule needs a call where the day is not Saturday. Here it is “Saturday”.',
  );
});

it('still says what a version before 0.2 wrote', () => {
  const stored = skipReasonSchema.parse({ code: 'other-queue', queue: 'Sales' });
  expect(reasonText(stored, english)).toBe('The call is in another queue (Sales).');
  expect(reasonText(skipReasonSchema.parse({ code: 'condition' }), english)).toBe(
    'The rule’s conditions are not met.',
  );
});
