import { expect, it } from 'vitest';
import { joinExt, ReceivedNumbers } from '../../../shared/model/received-numbers.ts';
import { sampleCall } from '../../../shared/model/sample-call.ts';
import { fieldRefSchema, likelyField, type CallData } from '../../../shared/model/call-fields.ts';
import { mapPayload, payloadMap } from '../../../shared/dialects/map-payload.ts';
import { feedSchema } from '../../../shared/model/feed.ts';
import { fillText } from '../../../shared/templates/fill-text.ts';
import { prepareTemplate } from '../../../shared/templates/template.ts';
import { parseTokenText, tokenIn } from '../../../shared/templates/token-text.ts';
import { english } from '../../../shared/text/english.ts';

const dates = { zone: 'Europe/Istanbul' } as const;

function fill(text: string, fields: CallData['fields'] = {}, ext: CallData['ext'] = {}): string {
  const parts = parseTokenText(text);
  if (!parts.ok) throw new Error(english(parts.problem.message));
  const call = { ...sampleCall, ext, fields: { ...sampleCall.fields, ...fields } };
  return fillText(parts.value, { call, dates }) ?? '(none)';
}

it.each([
  ['{{callerNumber|e164}}', '+31201234567'],
  ['{{callerNumber|national}}', '0201234567'],
  ['{{callerNumber|digits}}', '31201234567'],
  ['{{callerNumber|last9}}', '201234567'],
  ['{{calledNumber|national}}', '02121234567'],
  ['{{ callerNumber | national }}', '0201234567'],
  ['{{callStart}}', '2026-03-14T09:26:53Z'],
  ['{{callStart|iso}}', '2026-03-14T12:26:53+03:00'],
  ['{{callStart|datetime}}', '2026-03-14 12:26:53'],
  ['{{callStart|date}}', '2026-03-14'],
  ['{{callStart|time}}', '12:26:53'],
  ['{{callStart|epoch}}', '1773480413'],
  ['{{callStart|epochMs}}', '1773480413000'],
  ['{{contactName|upper}}', 'GRACE HOPPER'],
  ['{{contactName|lower}}', 'grace hopper'],
  ['{{callerNumber|national:number}} {{custom.city|upper}}', '0201234567 İZMIR'],
])('writes %s as %s', (text, written) => {
  expect(fill(text)).toBe(written);
});

it('leaves what is no number and no time as it is, and nothing of a text without digits', () => {
  for (const callerNumber of [
    '1004',
    'anonymous',
    'sip:ada@pbx',
    '+',
    '+31',
    'x'.repeat(100_000),
  ]) {
    expect(fill('{{callerNumber|national}}', { callerNumber })).toBe(callerNumber);
    expect(fill('{{callerNumber|date}}', { callerNumber })).toBe(
      callerNumber === '1004' ? '1004-01-01' : callerNumber,
    );
  }
  expect(fill('{{callerNumber|digits}}', { callerNumber: 'anonymous' })).toBe('(none)');
  expect(fill('{{callerNumber|last9}}', { callerNumber: '1004' })).toBe('1004');
});

it('keeps how the phone system wrote a number, also over the events of a call', () => {
  const map = payloadMap('test', [
    { name: 'from', to: 'callerNumber' },
    { name: 'to', to: 'calledNumber' },
  ]);
  const feed = feedSchema.parse({ country: 'NL' });
  const first = mapPayload(map, { from: '020 123 4567', to: '+31881234567' }, { feed });
  const second = mapPayload(map, { to: '088-123 4567' }, { feed });
  expect(fill('{{callerNumber|raw}} {{calledNumber|raw}}', first.fields, first.ext)).toBe(
    '020 123 4567 +31881234567',
  );
  const ext = joinExt(first.ext, second.ext);
  const fields = { ...first.fields, ...second.fields };
  expect(fill('{{callerNumber|raw}} {{calledNumber|raw}}', fields, ext)).toBe(
    '020 123 4567 088-123 4567',
  );
  expect(fill('{{queueName|raw}}')).toBe('Sales');
  expect(new ReceivedNumbers().ext()).toEqual({});
});

it('serves webhooks alike', () => {
  const template = prepareTemplate(
    'json',
    '{"phone":"{{callerNumber|national}}","n":"{{talkSeconds|digits:number}}"}',
  );
  if (!template.ok) throw new Error(english(template.problem.message));
  expect(
    JSON.parse(
      template.value({
        call: sampleCall,
        dates: { format: 'iso', zone: 'UTC' },
        whenUnset: 'empty',
      }),
    ),
  ).toEqual({ phone: '0201234567', n: 278 });
});

it('names what was likely meant, in a token and in a condition', () => {
  const said = (text: string) => {
    const parts = parseTokenText(text);
    return parts.ok ? '' : english(parts.problem.message);
  };
  expect(said('{{callerNumber|natoinal}}')).toContain('Did you mean {{callerNumber|national}}?');
  expect(said('{{callerNumber|xyzzy}}')).toContain('e164');
  expect(said('{{call_id}}')).toContain('Did you mean {{callId}}?');
  expect(said('Call {{callerNumber')).toContain('ends with }}');
  expect(said('{"a":{"b":1}}')).toBe('');
  expect(likelyField('ext.')).toBeUndefined();
  expect(likelyField('custm.city')).toBe('custom.city');
  expect(likelyField('x'.repeat(1_000_000))).toBeUndefined();
  const condition = fieldRefSchema.safeParse('queueNam');
  expect(JSON.stringify(condition.error?.issues)).toContain('queueName');
  expect(tokenIn('callerNumber', 'number', 'last9')).toBe('{{callerNumber|last9:number}}');
});
