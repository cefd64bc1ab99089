import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromGroup, groupOf, innerGroup } from '../../../renderer/ui/condition/condition-draft.ts';
import { ruleSentence, targetNames } from '../../../renderer/features/rules/rule-sentence.ts';
import { english } from '../../../shared/text/english.ts';
import { matchCondition } from '../../../shared/matching/match-condition.ts';
import { momentAt } from '../../../shared/matching/moment.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { Condition } from '../../../shared/model/condition.ts';
import { ruleSchema } from '../../../shared/model/rule.ts';

const call: CallData = { fields: { queueName: 'Sales', callerNumber: '+31' }, custom: {}, ext: {} };
const asked = { call, moment: momentAt(0, 'UTC') };
const test = fc.record({
  field: fc.constantFrom('queueName', 'callerNumber'),
  is: fc.constantFrom('equals' as const, 'contains' as const, 'empty' as const),
  value: fc.constantFrom('Sales', '+31', 'x'),
});
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    test,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

it('shows every stored condition in the builder without changing what it means', () => {
  fc.assert(
    fc.property(condition, (stored) => {
      const group = groupOf(stored, '');
      const holds = matchCondition(stored, asked);
      expect(matchCondition(innerGroup(group), asked)).toBe(holds);
      // No test at all means that every call passes; "any of nothing" is the one form that cannot be built.
      const back = fromGroup(group);
      if (back !== undefined) expect(matchCondition(back, asked)).toBe(holds);
    }),
  );
});

it('says in a sentence what a rule will do', () => {
  const rule = ruleSchema.parse({
    id: 'h',
    name: 'h',
    which: {
      queues: ['Sales'],
      directions: ['inbound'],
      condition: {
        any: [{ field: 'custom.vip', value: 'yes' }, { not: { field: 'tags', is: 'empty' } }],
      },
    },
    actions: [
      { do: 'popup', popup: 'crm' },
      { do: 'send', webhook: 'gone' },
    ],
  });
  const targets = { popups: [{ id: 'crm', name: 'CRM' }], webhooks: [], flows: [] };
  expect(ruleSentence(rule, targetNames(targets), english)).toBe(
    'At “Ringing”, for calls of the current agent, in the queue Sales, inbound, ' +
      'if (custom.vip is “yes” or Tags is not empty): open “CRM”, then send a deleted item.',
  );
});

it('matches patterns in linear time, and says what is wrong with one', () => {
  const matches = (value: string, callerNumber: string) =>
    matchCondition(
      { field: 'callerNumber', is: 'matches', value },
      { call: { fields: { callerNumber }, custom: {}, ext: {} }, moment: asked.moment },
    );
  expect(matches('^\\+(31|90)', '+90212')).toBe(true);
  expect(matches('^\\+(31|90)', '+1')).toBe(false);
  // Folded as the text is, and as it was written where folding makes no pattern of it.
  expect(matches('^SATIŞ [İÇ]', ' satış iade ')).toBe(true);
  expect(matches('^straße$', 'STRASSE')).toBe(true);
  expect(matches('cafe\u0301', 'CAFÉ')).toBe(true);
  expect(matches('^[ı-k]+$', 'Satış')).toBe(false);
  expect(matches('[k-ı]', 'x')).toBe(true);
  expect(matches('(a+)+$', `${'a'.repeat(5_000)}!`)).toBe(false);
  const bad = ruleSchema.safeParse({
    id: 'h',
    name: 'h',
    which: { condition: { field: 'callerNumber', is: 'matches', value: '(?=x' } },
    actions: [{ do: 'popup', popup: 'crm' }],
  });
  expect(bad.success).toBe(false);
});
