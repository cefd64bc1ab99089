import { expect, it } from 'vitest';
import type { Framing } from '../../../shared/frames/framings.ts';
import { readFrame } from '../../../shared/frames/read-frame.ts';
import { english } from '../../../shared/text/english.ts';

interface Way {
  readonly framing?: Framing;
  readonly isMapped?: boolean;
}

function read(text: string, { framing, isMapped = false }: Way = {}) {
  const found = readFrame({ text, bytes: Buffer.byteLength(text) }, { framing, isMapped });
  if (!found.ok) return english(found.problem.message);
  const { items, problems } = found.value;
  return problems.length === 0 ? items : { items, problems: problems.map(english) };
}

const a = { callId: 'a' };
const b = { callId: 'b' };
const json = JSON.stringify;

it.each<[what: string, text: string, items: unknown, way?: Way]>([
  ['one JSON text', json(a), [a]],
  ['a byte order mark', `\ufeff${json(a)}`, [a]],
  ['a list', json([a, b]), [a, b]],
  ['a list, for a mapping', json([a, b]), [[a, b]], { isMapped: true }],
  ['JSON lines', `${json(a)}\n${json(b)}\r\n`, [a, b]],
  ['JSON lines, for a mapping', `${json(a)}\n${json(b)}`, [a, b], { isMapped: true }],
  ['JSON lines with marks and carriage returns', `\ufeff${json(a)}\r\ufeff${json(b)}`, [a, b]],
  ['JSON texts without a separator', `${json(a)}${json(b)}`, [a, b]],
  ['braces and quotes in texts', `{"x":"}{\\""}${json(b)}`, [{ x: '}{"' }, b]],
  ['texts that end with a zero byte', `${json(a)}\0${json(b)}\0`, [a, b]],
  ['JSON over several lines', JSON.stringify(a, null, 2), [a]],
  ['JSON in a JSON text', json(json(a)), [a]],
  ['JSON packed three times', json(json(json(a))), [a]],
  ['a list in a list', json([[a], b]), [a, b]],
  ['a list of packed texts', json([json(a), json(b)]), [a, b]],
  ['SignalR', `{"type":6}\x1e${json({ type: 1, target: 'call', arguments: [a] })}\x1e`, [a]],
  ['the handshake of SignalR', '{}\x1e', []],
  [
    'SignalR, for a mapping',
    `${json({ type: 1, target: 'call', arguments: [a] })}\x1e`,
    [{ type: 1, target: 'call', arguments: [a] }],
    { isMapped: true },
  ],
  ['records that end with 0x1e', `${json(a)}\x1e${json(b)}\x1e`, [a, b]],
  ['Socket.IO', `42${json(['call', a])}`, [a]],
  ['Socket.IO with namespace and id', `42/calls,17${json(['call', a])}`, [a]],
  ['Socket.IO with packed JSON', `42${json(['call', json(a)])}`, [a]],
  [
    'Socket.IO, for a mapping',
    `42${json(['call', a, 1])}`,
    [{ event: 'call', data: a, args: [a, 1] }],
    { isMapped: true },
  ],
  ['a ping of Socket.IO', '2', []],
  ['the opening of Socket.IO', '0{"sid":"x","pingInterval":25000}', []],
  ['the answer to a connection', '40{"sid":"y"}', []],
  [
    'a form',
    'callId=a&from=%2B31201234567&x=1&x=2',
    [{ callId: 'a', from: '+31201234567', x: '2' }],
  ],
  [
    'a form with a list',
    'event=newCall&user%5B%5D=Ada&user[]=Alan&to[]=5',
    [{ event: 'newCall', 'user[]': ['Ada', 'Alan'], 'to[]': ['5'] }],
  ],
  [
    'XML',
    '<?xml version="1.0"?><call id="1"><callId>007</callId></call>',
    [{ id: '1', callId: '007' }],
  ],
  [
    'a list of XML',
    '<calls><call><callId>a</callId></call><call><callId>b</callId></call></calls>',
    [a, b],
  ],
  [
    'XML, for a mapping',
    '<c:call xmlns:c="urn:x"><c:callId>a</c:callId></c:call>',
    [{ call: { callId: 'a' } }],
    { isMapped: true },
  ],
  ['entities of XML', '<call><name>A &amp; B</name></call>', [{ name: 'A & B' }]],
  ['words, for a mapping', 'heartbeat response', ['heartbeat response'], { isMapped: true }],
  ['words that look like a form, when chosen', 'a=b', ['a=b'], { isMapped: true, framing: 'text' }],
  ['a line that is no form, when chosen', json(a), [a], { framing: 'lines' }],
])('reads %s', (_what, text, items, way) => {
  const found = read(text, way);
  expect(JSON.parse(JSON.stringify(found))).toEqual(
    JSON.parse(JSON.stringify(items).replaceAll('"xmlns:c":"urn:x",', '')),
  );
});

it('takes no good record away with a bad one', () => {
  expect(read(`${json(a)}\n{"callId":`)).toMatchObject({ items: [a] });
  expect(read(`${json(a)}\x1e{"callId":\x1e`)).toMatchObject({ items: [a] });
  expect(read(`${json(a)}{"callId":`)).toMatchObject({ items: [a] });
  expect(read(`${json(a)}\0{"callId":\0`)).toMatchObject({ items: [a] });
});

it('says what cannot be read', () => {
  expect(read('{"callId":')).toMatch(/line 1/);
  expect(read('heartbeat response')).not.toEqual([]);
  expect(read('<a><b></a>')).toMatch(/not valid XML: .*line 1/);
  expect(read('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toBe(
    'XML with a document type is not read.',
  );
  expect(read(`${'<a>'.repeat(100)}${'</a>'.repeat(100)}`)).toMatch(/XML could not be read/);
  expect(read('', { framing: 'form' })).toMatch(/^The request carried no data/);
  const fields = Array.from({ length: 1_000 }, (_, index) => `a${index}=1`).join('&');
  expect(read(fields)).toBe('The message has too many fields (1,000, limit 500).');
  // Desk phones fill numbers in as they are.
  expect(read('a=+31201234567&b=sip:+31201234567@pbx&c=a+b&d=+')).toEqual([
    { a: '+31201234567', b: 'sip:+31201234567@pbx', c: 'a b', d: ' ' },
  ]);
  expect(read('a=%zz&b=%', { framing: 'form' })).toEqual([{ a: '%zz', b: '%' }]);
  expect(read('4x', { framing: 'socketio' })).toBe('This is not a Socket.IO packet.');
});

it('reads hostile texts without a stall', () => {
  // Quadratic would take minutes, and the test with it.
  const long = 300_000;
  for (const text of ['=', '<a>', '42/', '[', 'a%', '{"a":', '\n{', '{}', '{"', '\0']) {
    const frame = { text: text.repeat(long / text.length), bytes: long };
    for (const isMapped of [false, true]) {
      expect(readFrame(frame, { framing: undefined, isMapped })).toHaveProperty('ok');
    }
  }
});
