import { expect, it } from 'vitest';
import type { JsonValue } from '../../../shared/json/json-value.ts';
import { evaluateMapping } from '../../../shared/mappings/evaluate-mapping.ts';

const run = (expression: string, payload: JsonValue) =>
  evaluateMapping({ expression, payload: JSON.stringify(payload), topic: '' });

/** Native, each doubles its time with every letter: 40 take longer than anybody waits. */
it.each(['$contains(text, /^(a+)+$/)', '$match(text, /(a|aa)+$/)', '$split(text, /(a*)*b/)'])(
  'answers %s in time that does not grow with the possibilities',
  async (expression) => {
    const result = await run(expression, { text: `${'a'.repeat(5_000)}!` });
    expect(result.ok).toBe(true);
  },
);

it.each([
  ['$match("ab12cd345", /([a-z]+)(\\d+)/).match', ['ab12', 'cd345']],
  ['$match("ab12", /([a-z]+)(\\d+)/).groups', ['ab', '12']],
  ['$match("ab12", /([a-z]+)(-)?/)[0].index', 0],
  ['$replace("John Smith", /(\\w+)\\s(\\w+)/, "$2, $1")', 'Smith, John'],
  ['$replace("a.b.c", /\\./, "-", 1)', 'a-b.c'],
  ['$split("a, b ;c", /\\s*[,;]\\s*/)', ['a', 'b', 'c']],
  ['$contains("SIP/2002-1", /^sip\\//i)', true],
  ['$match("a\\nb", /^b$/m).match', 'b'],
  ['$contains("é", /^.$/)', true],
])('reads %s as the native engine does', async (expression, expected) => {
  expect(await run(expression, {})).toEqual({ ok: true, value: expected });
});

it('says of a pattern that RE2 does not know', async () => {
  expect(await run('$contains("aa", /(a)\\1/)', {})).toMatchObject({
    ok: false,
    problem: { message: { id: 'problem.mapping.error' } },
  });
});
