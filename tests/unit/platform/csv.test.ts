import { expect, it } from 'vitest';
import { csvLine, csvSeparator } from '../../../electron/platform/csv.ts';

it.each([
  ['en-US', ','],
  ['en-GB', ','],
  ['nl-NL', ';'],
  ['tr-TR', ';'],
  ['de', ';'],
  ['de-CH', ','],
  ['ja', ','],
  ['', ','],
  ['C', ','],
  ['no_such locale', ','],
])('parts the cells in %s by %s', (locale, separator) => {
  expect(csvSeparator(locale)).toBe(separator);
});

it.each([
  '=1+1',
  '+31201234567',
  '-1',
  '@SUM(1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  ' \u00a0\u3000=1',
  '\u200b\ufeff=1',
  '\u0000=1',
  '\tx',
  '\rx',
  '\nx',
])('makes no formula of %j', (text) => {
  expect(csvLine([text], ';')).toBe(`"'${text}"`);
});

it('leaves every other text as it is', () => {
  expect(csvLine(['Çiğdem "Ada" =1', '', ' x', '2-1', 'a;b,c\nd'], ';')).toBe(
    '"Çiğdem ""Ada"" =1";"";" x";"2-1";"a;b,c\nd"',
  );
});
