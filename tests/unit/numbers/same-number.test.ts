import { expect, it } from 'vitest';
import { searchedForms, storedForms } from '../../../shared/numbers/number-search.ts';
import { sameNumber } from '../../../shared/numbers/same-number.ts';
import { compareAgents } from '../../../shared/model/agent-identity.ts';

it.each<[a: string, b: string, country: string | undefined, same: boolean]>([
  ['020 123 4567', '+31201234567', 'NL', true],
  ['020 123 4567', '+31201234567', undefined, true],
  ['08069010148', '+918069010148', 'IN', true],
  ['9280000001', '+919280000001', 'IN', true],
  ['9280000001', '+919280000001', undefined, false],
  ['0031201234567', '+31 (0)20 123 4567', undefined, true],
  ['31201234567', '+31201234567', undefined, true],
  ['sip:1004@pbx.example', '1004', undefined, true],
  ['0201234567', '+442012345678', undefined, false],
  ['0201234567', '+4920701234567', undefined, false],
  ['4567', '+31201234567', 'NL', false],
  ['1004', '1005', 'NL', false],
  ['anonymous', 'anonymous', 'NL', false],
  ['', '', undefined, false],
])('%s and %s in %s: %s', (a, b, country, same) => {
  expect(sameNumber(a, b, country)).toBe(same);
  expect(sameNumber(b, a, country)).toBe(same);
});

it('knows an agent by a number in any spelling', () => {
  const known = { extension: '09280000001' };
  expect(compareAgents(known, { extension: '+919280000001' })).toBe('same');
  expect(compareAgents(known, { extension: '+919280000002' })).toBe('other');
  expect(compareAgents({ extension: 'Ada' }, { extension: 'ada ' })).toBe('same');
});

it.each([
  ['+31 (0)20 123 4567', '0201234567'],
  ['+31 20 123 4567', '+31201234567'],
  ['020-123', '+31201234567'],
  ['5215512345678', '+525512345678'],
  ['011 15-2345', '+5491123456789'],
  ['０２０１２３', '+31201234567'],
])('finds by %s what is stored as %s', (searched, stored) => {
  const text = [stored, ...storedForms(stored)].join(' ');
  expect(searchedForms(searched).some((form) => text.includes(form))).toBe(true);
});

it.each(['Grace', '12', '', '4711 Grace'])('takes %s for no number', (text) => {
  expect(searchedForms(text)).toEqual([]);
});
