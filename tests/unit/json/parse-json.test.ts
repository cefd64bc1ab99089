import { expect, it } from 'vitest';
import { parseJson } from '../../../shared/json/parse-json.ts';
import { english } from '../../../shared/text/english.ts';

const message = (text: string): string => {
  const result = parseJson(text);
  return result.ok ? 'ok' : english(result.problem.message);
};

it('names line and column of a mistake', () => {
  expect(message('{\n  "a": 1\n  "b": 2\n}')).toContain('line 3, column 3');
  expect(message('{"a": }')).toContain('line 1, column 7');
  expect(message('')).toContain('empty');
});

it('refuses a name given twice and a nesting without end', () => {
  expect(message('{"a":1,\n "a":2}')).toBe('The name "a" is used twice (line 2, column 2).');
  expect(message(`${'['.repeat(5000)}${']'.repeat(5000)}`)).toContain('deeper');
  expect(message('['.repeat(100_000))).toContain('not valid JSON');
});

it('lets no key through that aims at the prototype, and keeps what only looks so', () => {
  const result = parseJson('{"__proto__":{"x":1},"a":{"constructor":{"y":2},"b":1}}');
  expect(JSON.stringify(result)).toBe('{"ok":true,"value":{"a":{"constructor":{"y":2},"b":1}}}');
  expect(Reflect.get({}, 'x')).toBeUndefined();
});
