import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffConfig } from '../../../shared/config/config-diff.ts';
import { fieldChanges } from '../../../shared/config/field-changes.ts';

it('names the fields that change, with both values', () => {
  const before = {
    id: 'crm',
    name: 'CRM',
    url: 'https://old.example.com/',
    parameters: [
      { name: 'phone', field: 'callerNumber' },
      { name: 'queue', field: 'queueName' },
    ],
    window: { target: 'window' },
  };
  const after = {
    id: 'crm',
    name: 'CRM',
    url: 'https://crm.example.com/',
    parameters: [
      { name: 'queue', field: 'queueName' },
      { name: 'phone', field: 'callerNumber', format: 'national' },
    ],
    window: { target: 'window', close: { when: 'hangup' } },
  };
  expect(fieldChanges(before, after)).toEqual([
    {
      field: 'url',
      before: 'https://old.example.com/',
      after: 'https://crm.example.com/',
      isSecret: false,
    },
    { field: 'parameters[phone].format', before: undefined, after: 'national', isSecret: false },
    { field: 'window.close.when', before: undefined, after: 'hangup', isSecret: false },
  ]);
});

it('shows a list of words as one value, and what has no name by its place', () => {
  const step = (text: string) => ({ do: 'wait', text });
  expect(
    fieldChanges(
      { tags: ['a', 'b'], steps: [step('1'), step('2')] },
      { tags: ['b'], steps: [step('1'), step('3')] },
    ),
  ).toMatchObject([
    { field: 'tags', before: 'a, b', after: 'b' },
    { field: 'steps[2].text', before: '2', after: '3' },
  ]);
});

it('says that a key changes, and never which', () => {
  const changes = [
    fieldChanges({ key: { secret: 'own' } }, { key: { secret: 'import-1' } }),
    fieldChanges({ key: 'typed in plain text' }, { key: { secret: 'import-1' } }),
    fieldChanges({}, { key: { secret: 'import-1' } }),
  ];
  for (const change of changes) expect(change).toEqual([{ field: 'key', isSecret: true }]);
});

it('cuts long values and long lists of changes', () => {
  const [change] = fieldChanges({ text: 'a' }, { text: 'b'.repeat(10_000) });
  expect(change?.after).toHaveLength(201);
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`f${index}`, index]));
  expect(fieldChanges({}, many)).toHaveLength(50);
});

it('finds nothing between equal values, and something between all others', () => {
  const value = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,4}$/),
    fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.string(), { minLength: 1 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.string(), { minKeys: 1 }),
    ),
  );
  fc.assert(fc.property(value, (one) => fieldChanges(one, structuredClone(one)).length === 0));
  fc.assert(
    fc.property(value, fc.string(), (one, text) => {
      const other = { ...one, added: `${text}!` };
      return fieldChanges(one, other).length === 1 && fieldChanges(other, one).length === 1;
    }),
  );
});

it('tells the settings of a document that change; those that it leaves out stay', () => {
  const diff = diffConfig(
    { version: 3, settings: { language: 'en', keepSessionCookies: true } },
    { version: 3, settings: { language: 'nl' } },
  );
  expect(diff.settings).toEqual([
    { field: 'language', before: 'en', after: 'nl', isSecret: false },
  ]);
});
