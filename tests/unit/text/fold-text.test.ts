import fc from 'fast-check';
import { expect, it } from 'vitest';
import { comparableText, foldText, hasWords, searchWords } from '../../../shared/text/fold-text.ts';

it.each([
  ['İade', 'iade'],
  ['Satış', 'SATIŞ'],
  ['Cafe\u0301', 'Café'],
  ['Straße', 'STRASSE'],
  ['STRAẞE', 'strasse'],
  ['ΝΊΚΟΣ', 'Νίκος'],
  ['  Sales\u00a0', 'sales'],
  ['IĞDIR', 'ığdır'],
  ['MÜŞTERİ HİZMETLERİ', 'müşteri hizmetleri'],
  ['Ａｂｃ', 'abc'],
  ['Sales  EU', 'sales eu'],
  ['\u200bSales', 'sales'],
  ['O’Hara', "O'HARA"],
])('takes %j and %j for the same, in filters and in searches', (a, b) => {
  expect(comparableText(a)).toBe(comparableText(b));
  expect(hasWords(`x ${a} y`, searchWords(b))).toBe(true);
  expect(hasWords(`x ${b} y`, searchWords(a))).toBe(true);
});

it('tells letters with accents apart in filters, not in searches', () => {
  expect(comparableText('Satış')).not.toBe(comparableText('Satis'));
  expect(hasWords('Satış', searchWords('satis'))).toBe(true);
  expect(hasWords('Satış', searchWords('sales'))).toBe(false);
});

it('does not depend on case, on the coding, or on being folded before', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const fold of [comparableText, foldText]) {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        for (const form of ['NFC', 'NFD'] as const) expect(fold(text.normalize(form))).toBe(folded);
        expect(fold(text.toUpperCase())).toBe(folded);
      }
    }),
    { numRuns: 2_000 },
  );
});
