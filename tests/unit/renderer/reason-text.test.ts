import { expect, it } from 'vitest';
import { reasonText } from '../../../renderer/ui/reason-text.ts';
import { failingTest } from '../../../shared/matching/match-condition.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { Condition } from '../../../shared/model/condition.ts';
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
const sales = test('queueName', 'Sales');
const vip = test('custom.tier', 'VIP');

it('names the condition that fails, and the value of the call', () => {
  const reason = (condition: Condition) =>
    reasonText({ code: 'condition', ...failingTest(condition, call) }, english);
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

it('still says what a version before 0.2 wrote', () => {
  const stored = skipReasonSchema.parse({ code: 'other-queue', queue: 'Sales' });
  expect(reasonText(stored, english)).toBe('The call is in another queue (Sales).');
  expect(reasonText(skipReasonSchema.parse({ code: 'condition' }), english)).toBe(
    'The rule’s conditions are not met.',
  );
});
