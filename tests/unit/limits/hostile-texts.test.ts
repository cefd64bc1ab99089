import { expect, it } from 'vitest';
import { isAfterWrapUp } from '../../../shared/calls/call-signals.ts';
import { base64Words } from '../../../shared/cipher/bytes.ts';
import { dialects } from '../../../shared/dialects/dialects.ts';
import { readDialText } from '../../../shared/model/dial-text.ts';
import { matchesPattern, patternProblem } from '../../../shared/model/safe-pattern.ts';
import { issueText } from '../../../shared/text/message.ts';
import { parseTokenText, tokenTextProblem } from '../../../shared/templates/token-text.ts';

const long = 200_000;
/** What makes backtracking expressions slow: one thing again and again, and at the end something else. */
const repeated = [
  '$',
  '%',
  '{',
  '{{',
  '"',
  ' ',
  '\t',
  '=',
  ':',
  '(',
  '+ ',
  'a',
  'a.',
  '1',
  '<',
  '&',
];
const texts = repeated.flatMap((one) => {
  const many = one.repeat(long / one.length);
  return [many, `${many}\0`, `x${many}x`];
});

it.each(Object.keys(dialects))(
  '%s reads key names and values that are as long as a frame',
  (name) => {
    const dialect = dialects[name as keyof typeof dialects];
    const context = { source: 's', receivedAt: 0, feed: {} };
    for (const text of texts) {
      dialect.decode({ [text]: 'x', call_id: '1', callId: text }, context);
      dialect.decode({ event: text, data: { [text]: text } }, context);
    }
  },
);

it('reads tokens of any length', () => {
  for (const text of texts) {
    parseTokenText(`{{${text}}}`);
    tokenTextProblem(text);
  }
  expect(parseTokenText('{{ callerNumber | national : json }}')).toMatchObject({
    value: [{ field: 'callerNumber', format: 'national', as: 'json' }],
  });
  expect(parseTokenText('{{callerNumber:}}').ok).toBe(false);
  expect(parseTokenText('{{custom.a:b}}').ok).toBe(false);
});

it('reads states, links and keys of any length', () => {
  for (const text of texts) {
    isAfterWrapUp(text);
    base64Words(text);
    readDialText(`+${text}`);
  }
  isAfterWrapUp('processingnotready'.repeat(20_000));
  expect(isAfterWrapUp('Not ready (after a call)')).toBe(false);
  expect(isAfterWrapUp('Not ready: lunch')).toBe(true);
});

it('refuses a pattern whose program is too large, and looks at the beginning of a long text', () => {
  const five = '.{0,1000}'.repeat(5);
  expect(patternProblem(five)).toBe(issueText('problem.field.regexTooLarge'));
  expect(patternProblem('x'.repeat(20_000))).toBe(issueText('problem.field.regexTooLarge'));
  const numbers = Array.from({ length: 300 }, (_, index) => 5_320_000_000 + index * 7_919);
  expect(patternProblem(numbers.join('|'))).toBeUndefined();
  expect(matchesPattern(numbers.join('|'), `call ${numbers[200]}`)).toBe(true);
  // 1.6 s each before the limit.
  for (let round = 0; round < 200; round += 1) matchesPattern('.{0,1000}.{0,1000}x', texts[33]!);
  expect(matchesPattern('b', `${'a'.repeat(20_000)}b`)).toBe(false);
});
