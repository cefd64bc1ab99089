import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyCallData, type CallData } from '../../../shared/model/call-fields.ts';
import { extractFields, sampleToTemplate } from '../../../shared/templates/extract-fields.ts';
import type { FillSettings } from '../../../shared/templates/fill-text.ts';
import { formatInstant } from '../../../shared/templates/format-value.ts';
import { prepareTemplate } from '../../../shared/templates/template.ts';
import { parseTokenText } from '../../../shared/templates/token-text.ts';
import { english } from '../../../shared/text/english.ts';

const call: CallData = {
  fields: { callerNumber: '+31 "20" <a>', talkSeconds: '278', connected: 'true', queueId: '0042' },
  custom: { city: 'İzmir' },
  ext: {
    autoid: {
      prompt_responses: [{ question: 'Sales?', response: '1' }],
      tags: { Region: 'south' },
    },
  },
};
const settings = (over: Partial<FillSettings> = {}): FillSettings => ({
  call,
  dates: { format: 'iso', zone: 'UTC' },
  whenUnset: 'empty',
  ...over,
});
function fill(format: 'json' | 'xml', text: string, over: Partial<FillSettings> = {}): string {
  const template = prepareTemplate(format, text);
  if (!template.ok) throw new Error(english(template.problem.message));
  return template.value(settings(over));
}
const problem = (format: 'json' | 'xml', text: string): string => {
  const template = prepareTemplate(format, text);
  return template.ok ? '' : english(template.problem.message);
};

it('fills the leaves of JSON and keeps their kinds', () => {
  const text = JSON.stringify({
    phone: '{{callerNumber}}',
    note: 'from {{callerNumber}}, {{custom.city}}',
    seconds: '{{talkSeconds:number}}',
    connected: '{{connected:boolean}}',
    queue: '{{queueId:number}}',
    prompts: '{{ext.autoid.prompt_responses:json}}',
    fixed: 7,
    list: ['{{contactName}}', 'x'],
    none: '{{contactName}}',
  });
  const common = {
    phone: '+31 "20" <a>',
    note: 'from +31 "20" <a>, İzmir',
    seconds: 278,
    connected: true,
    // Leading zeros would be lost.
    queue: '0042',
    prompts: [{ question: 'Sales?', response: '1' }],
    fixed: 7,
  };
  expect(JSON.parse(fill('json', text))).toEqual({ ...common, list: ['', 'x'], none: '' });
  expect(JSON.parse(fill('json', text, { whenUnset: 'null' }))).toEqual({
    ...common,
    list: [null, 'x'],
    none: null,
  });
  expect(JSON.parse(fill('json', text, { whenUnset: 'drop' }))).toEqual({ ...common, list: ['x'] });
});

it('fills XML: nested values become elements, an end of CDATA stays text, unset as set', () => {
  const text =
    '<?xml version="1.0"?>\n<call id="{{queueId}}"><!-- note --><phone>{{callerNumber}}</phone>' +
    '<c><![CDATA[{{custom.city}} & more]]></c><p>{{ext.autoid.tags:json}}</p><n>{{contactName}}</n></call>';
  expect(fill('xml', text)).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<call id="0042"><!-- note -->' +
      '<phone>+31 "20" &lt;a&gt;</phone><c>İzmir &amp; more</c><p><Region>south</Region></p><n/></call>',
  );
  expect(fill('xml', text, { whenUnset: 'drop' })).not.toContain('<n');
  expect(fill('xml', text, { whenUnset: 'null' })).toContain('xsi:nil="true"');
});

it('writes nil with the other attributes, and its namespace once', () => {
  const nil = (text: string) =>
    fill('xml', text, { whenUnset: 'null' }).replace(/^<\?xml[^>]*>\n/, '');
  const namespace = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  expect(
    nil('<c id="{{queueId}}"><n type="a&amp;b">{{contactName}}</n><d><e>{{contactId}}</e></d></c>'),
  ).toBe(
    `<c id="0042" ${namespace}><n type="a&amp;b" xsi:nil="true"/><d><e xsi:nil="true"/></d></c>`,
  );
  expect(nil('<n type="x">{{contactName}}</n>')).toBe(`<n type="x" ${namespace} xsi:nil="true"/>`);
  expect(nil(`<c ${namespace}><n xsi:nil="false">{{contactName}}</n></c>`)).toBe(
    `<c ${namespace}><n xsi:nil="true"/></c>`,
  );
  expect(nil('<c><n>{{callerNumber}}</n></c>')).not.toContain('xsi');
});

it('keeps the digits of numbers in a token of JSON', () => {
  const answered = { ...call, ext: { answer: '{"id":7615917337495251231,"n":1.5}' } };
  expect(fill('json', '{"a":"{{ext.answer:json}}"}', { call: answered })).toBe(
    '{"a":{"id":"7615917337495251231","n":1.5}}',
  );
});

it('names line and column, and what was likely meant', () => {
  expect(problem('json', '{\n  "a": 1,\n}')).toMatch(/line 3, column 1/);
  expect(problem('json', '{\n  "a": "{{callerNumer}}"\n}')).toBe(
    '{{callerNumer}} is not a token. Did you mean {{callerNumber}}? (line 2, column 9)',
  );
  expect(problem('json', '{"a": "{{call_id}}"}')).toContain('Did you mean {{callId}}?');
  expect(problem('json', '{"a": "{{talkSeconds:int}}"}')).toContain('is not a value type');
  expect(problem('xml', '<a>\n<b></a>')).toMatch(/line 2, column \d/);
  expect(problem('xml', '<a/><b/>')).toContain('exactly one root element');
  expect(
    problem('xml', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
  ).toContain('DOCTYPE');
  expect(problem('xml', '<a>{{nope}}</a>')).toContain('{{nope}} is not a token.');
  expect(problem('json', '')).toContain('It is empty');
  expect(problem('json', '{"id":12345678901234567890}')).toContain('write it as text');
  expect(fill('xml', '<a b="caf&#233;">caf&#xe9; &amp;#233;</a>')).toContain(
    '<a b="café">café &amp;#233;</a>',
  );
  expect(parseTokenText('plain { brace } and }}')).toEqual({
    ok: true,
    value: ['plain { brace } and }}'],
  });
});

it('reads the fields of a pasted sample and puts tokens in their place', () => {
  const json = '{"lead":{"first":"Ann","age":41,"tags":["a"]},"ok":true}';
  expect(extractFields('json', json)).toEqual({
    ok: true,
    value: [
      { path: 'lead.first', sample: 'Ann', as: 'text' },
      { path: 'lead.age', sample: '41', as: 'number' },
      { path: 'lead.tags.0', sample: 'a', as: 'text' },
      { path: 'ok', sample: 'true', as: 'boolean' },
    ],
  });
  const filled = sampleToTemplate(
    'json',
    json,
    new Map([
      ['lead.first', '{{contactFirstName}}'],
      ['lead.age', '{{talkSeconds:number}}'],
    ]),
  );
  expect(filled.ok && JSON.parse(fill('json', filled.value))).toEqual({
    lead: { first: '', age: 278, tags: ['a'] },
    ok: true,
  });

  const xml = '<lead src="web"><first>Ann</first><tel>1</tel><tel>2</tel></lead>';
  const fields = extractFields('xml', xml);
  expect(fields.ok && fields.value.map(({ path }) => path)).toEqual([
    'lead@src',
    'lead.first',
    'lead.tel',
    'lead.tel[2]',
  ]);
  const template = sampleToTemplate('xml', xml, new Map([['lead.tel[2]', '{{callerNumber}}']]));
  expect(template).toEqual({
    ok: true,
    value: '<lead src="web"><first>Ann</first><tel>1</tel><tel>{{callerNumber}}</tel></lead>',
  });
});

it('writes times in the three formats and any zone', () => {
  const time = '2021-08-09T12:28:44Z';
  expect(formatInstant(time, { format: 'default', zone: 'IST' })).toBe('2021-08-09 17:58:44');
  expect(formatInstant(time, { format: 'epoch', zone: 'IST' })).toBe('1628512124');
  expect(formatInstant(time, { format: 'iso', zone: 'UTC' })).toBe('2021-08-09T12:28:44Z');
  expect(formatInstant(time, { format: 'iso', zone: 'Europe/Istanbul' })).toBe(
    '2021-08-09T15:28:44+03:00',
  );
  expect(formatInstant('soon', { format: 'iso', zone: 'UTC' })).toBe('soon');
});

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    ']]>',
    '"',
    "'",
    '<a>&amp;',
    '\r\n',
    '\u0000',
    '😀',
    '\ud83d',
    '{{callerNumber}}',
  ),
);

it('gives back from JSON every value that was put in, whatever it is', () => {
  fc.assert(
    fc.property(nasty, nasty, (phone, city) => {
      const values = { ...emptyCallData, fields: { callerNumber: phone }, custom: { city } };
      const text = fill('json', '{"a":"{{callerNumber}}","b":"x{{custom.city}}y"}', {
        call: values,
      });
      const wellFormed = (value: string) => value.replace(/[\ud800-\udfff]/gu, '\ufffd');
      expect(JSON.parse(text)).toEqual({ a: wellFormed(phone), b: `x${wellFormed(city)}y` });
    }),
  );
});

it('makes XML that xmllint accepts and reads back, whatever the values are', () => {
  const documents = fc.sample(fc.tuple(nasty, nasty), 150).map(([phone, city]) =>
    fill('xml', '<r a="{{custom.city}}"><c><![CDATA[{{callerNumber}}]]></c></r>', {
      call: { ...emptyCallData, fields: { callerNumber: phone }, custom: { city } },
    }).replace(/^<\?xml[^>]*>\n/, ''),
  );
  const all = `<all>${documents.join('\n')}</all>`;
  const read = execFileSync('xmllint', ['--noout', '-'], { input: all, encoding: 'utf8' });
  expect(read).toBe('');
  const count = execFileSync(
    'xmllint',
    ['--xpath', 'count(/all/r[count(*)=1]/c[count(*)=0])', '-'],
    {
      input: all,
      encoding: 'utf8',
    },
  );
  expect(count.trim()).toBe('150');
});
