import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseJson, parseStrictJson, readJson } from '../../../shared/json/parse-json.ts';
import { english } from '../../../shared/text/english.ts';

const message = (text: string, parse: typeof parseJson = parseJson): string => {
  const result = parse(text);
  return result.ok ? 'ok' : english(result.problem.message);
};

const value = (text: string): unknown => {
  const result = parseJson(text);
  return result.ok ? result.value : english(result.problem.message);
};

it('names line and column of a mistake', () => {
  expect(message('{\n  "a": 1\n  "b": 2\n}')).toContain('line 3, column 3');
  expect(message('{"a": }')).toContain('line 1, column 7');
  expect(message('')).toContain('empty');
  expect(message('\ufeff{"a": }')).toContain('line 1, column 7');
});

it('takes the last value of a name given twice, and says so', () => {
  const read = readJson('{"a":1,\n "b":{"c":1,"c":[2]},\n "a":"last"}');
  expect(read.ok && read.value.value).toEqual({ a: 'last', b: { c: [2] } });
  expect(read.ok && read.value.notes.map(english)).toEqual([
    'The name "c" is used twice (line 2, column 13).',
    'The name "a" is used twice (line 3, column 2).',
  ]);
  const many = readJson(`{${'"a":1,'.repeat(5_000)}"a":2}`);
  expect(many.ok && many.value.value).toEqual({ a: 2 });
  expect(many.ok && many.value.notes).toHaveLength(10);
});

it('refuses in what a person writes here a name given twice and a number that loses digits', () => {
  const strict = (text: string): string => message(text, parseStrictJson);
  expect(strict('{"a":1,\n "a":2}')).toBe('The name "a" is used twice (line 2, column 2).');
  expect(strict('{"a":\n 12345678901234567890}')).toBe(
    'The number at line 2, column 2 is too large to keep its digits: write it as text.',
  );
  expect(strict('{"a":12345678901234567890,"a":2}')).toContain('column 6');
  expect(strict('{"a":9007199254740991}')).toBe('ok');
});

it.each([
  ['7615917337495251231', '7615917337495251231'],
  ['-7615917337495251231', '-7615917337495251231'],
  ['9007199254740991', 9007199254740991],
  ['9007199254740992', '9007199254740992'],
  ['9007199254740993', '9007199254740993'],
  ['10000000000000000000', '10000000000000000000'],
  ['1e400', '1e400'],
  ['-1E+999', '-1E+999'],
  ['1e3', 1000],
  ['1.50', 1.5],
  ['52.370216000000001', 52.370216000000001],
  ['-0', -0],
  ['0', 0],
])('keeps the digits of %s', (digits, expected) => {
  expect(value(digits)).toBe(expected);
  expect(value(`\ufeff [ {"id" : ${digits}} , ${digits} ]`)).toEqual([{ id: expected }, expected]);
});

it('reads all else as JSON.parse does', () => {
  for (const text of [
    '"7615917337495251231"',
    '{"a\\u0062":"\\ud83d\\ude00\\n\\"","":{"x":[null,true,false,[],{}]}}',
    '"\\ud800"',
    ' [1.5e-7, -2, 3]\n',
    '{"1":1,"0":0,"a":2,"a":3}',
  ]) {
    expect(value(text)).toEqual(JSON.parse(text));
    expect(JSON.stringify(value(text))).toBe(JSON.stringify(JSON.parse(text)));
  }
});

it('refuses a nesting without end', () => {
  expect(message(`${'['.repeat(5000)}${']'.repeat(5000)}`)).toContain('deeper');
  expect(message('['.repeat(100_000))).toContain('not valid JSON');
  expect(message(`${'['.repeat(64)}${']'.repeat(64)}`)).toBe('ok');
});

it('lets no key through that aims at the prototype, and keeps what only looks so', () => {
  const result = parseJson('{"__proto__":{"x":1},"a":{"constructor":{"y":2},"b":1}}');
  expect(JSON.stringify(result)).toBe('{"ok":true,"value":{"a":{"constructor":{"y":2},"b":1}}}');
  expect(Reflect.get({}, 'x')).toBeUndefined();
});

it('reads whatever JSON can hold as JSON.parse does, but for long numbers', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const read = readJson(text);
      const plain = JSON.stringify(JSON.parse(text), (_key, value: unknown) =>
        typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER ? undefined : value,
      );
      if (read.ok && !text.includes('__proto__') && !/\d{16}|e/i.test(text)) {
        expect(JSON.stringify(read.value.value)).toBe(plain);
      }
    }),
  );
  const odd =
    '{"a\\\\":"\\"1234567890123456789","b":[12345678901234567890,-0.5e3,"\\\\\\"",1e400]}';
  expect(readJson(odd)).toMatchObject({
    value: {
      value: {
        'a\\': '"1234567890123456789',
        b: ['12345678901234567890', -500, '\\"', '1e400'],
      },
      notes: [],
    },
  });
});
