import { expect, it } from 'vitest';
import { foldText } from '../../../shared/text/fold-text.ts';
import { displayNumber, type NumberFormat } from '../../../shared/text/number-format.ts';

it.each<[number: string, format: NumberFormat, own: string[], shown: string]>([
  ['+31201234567', 'international', [], '+31 20 123 4567'],
  ['+902125550100', 'international', ['TR'], '+90 212 555 01 00'],
  ['+902125550100', 'national', ['TR', 'NL'], '(0212) 555 01 00'],
  ['+31201234567', 'national', ['TR', 'NL'], '020 123 4567'],
  ['+4930123456', 'national', ['TR', 'NL'], '+49 30 123456'],
  ['+31201234567', 'national', [], '+31 20 123 4567'],
  ['+31201234567', 'e164', ['NL'], '+31201234567'],
  // No complete numbers: an extension, a masked one, none at all.
  ['1004', 'international', ['NL'], '1004'],
  ['anonymous', 'national', ['NL'], 'anonymous'],
  ['+31', 'international', [], '+31'],
])('%s as %s, own countries %j: %s', (number, format, own, shown) => {
  expect(displayNumber(number, format, new Set(own))).toBe(shown);
});

it.each([
  ['Çağla IŞIK', 'cagla isik'],
  ['İzmir', 'izmir'],
  ['Zoë Müller', 'zoe muller'],
])('%s is found as %s', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});
