import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseJson } from '../../../shared/json/parse-json.ts';
import { acefone as acefoneDialect } from '../../../shared/dialects/acefone.ts';
import { callvoip as callvoipDialect } from '../../../shared/dialects/callvoip.ts';
import { emptyCallData, type CallData } from '../../../shared/model/call-fields.ts';
import { webhookSchema } from '../../../shared/model/webhook.ts';
import { curlCommand } from '../../../shared/webhooks/curl-command.ts';
import { prepareRequest } from '../../../shared/webhooks/prepare-request.ts';
import { acefone, callvoip } from '../../support/reference.ts';
import { english } from '../../../shared/text/english.ts';
import { firstProblem } from '../../../shared/model/schema-problem.ts';

const call: CallData = {
  fields: {
    callId: 'c-1',
    callerNumber: '+31 20',
    callStart: '2021-08-09T12:28:44Z',
    eventTime: '2021-08-09T12:28:44Z',
  },
  custom: { city: 'İzmir' },
  ext: {},
};
const make = (over: Record<string, unknown>, data = call) => {
  const webhook = webhookSchema.parse({ id: 'w', name: 'W', url: 'https://a.test/x?k=1', ...over });
  const build = prepareRequest(webhook, []);
  if (!build.ok) throw new Error(english(build.problem.message));
  return build.value(data);
};
const json = (text: string | undefined): unknown => {
  const parsed = parseJson(text ?? '');
  return parsed.ok ? parsed.value : parsed.problem;
};

it.each(acefone.triggers.filter(({ variables }) => variables.length > 0))(
  'sends the variables of “$name” and reads them back as the same call',
  ({ name, variables }) => {
    const sent = json(make({ body: { kind: 'acefone', trigger: name } }).body);
    const plain = (text: string) =>
      text.replace(/[^a-z_]/g, '').replace('dispositon', 'disposition');
    const wanted = variables.map((variable) => plain(variable.name)).sort();
    expect(Object.keys(sent as object).sort()).toEqual([...new Set(wanted)]);
    const back = acefoneDialect.decode(
      // The number shown as the caller's is the one that was called where the agent is dialled.
      { ...(sent as Record<string, string>), call_id: 'c-1' },
      { source: 's', receivedAt: 0, feed: { trigger: name } },
    );
    expect(back).toMatchObject({ ok: true, value: [{ linkedCallId: 'c-1' }] });
  },
);

it('sends Callvoip’s twelve keys with POST, and only the address with GET', () => {
  const post = make({ body: { kind: 'callvoip' } });
  const sent = json(post.body) as Record<string, string>;
  expect(Object.keys(sent)).toEqual(Object.keys(callvoip.sampleBodyCorrected));
  expect(sent).toMatchObject({ uuid: 'c-1', event_time: '1628512124000', rta_call_id: '' });
  const back = callvoipDialect.decode(sent, { source: 's', receivedAt: 0, feed: {} });
  expect(back).toMatchObject({
    ok: true,
    value: [{ call: { fields: { eventTime: '2021-08-09T12:28:44Z' } } }],
  });
  const get = make({
    method: 'GET',
    url: 'https://a.test/?n={{callerNumber}}#f',
    body: { kind: 'callvoip' },
  });
  expect(get).toEqual({ method: 'GET', url: 'https://a.test/?n=%2B31%2020#f', headers: [] });
});

it('keeps the query, puts values into it with GET, and encodes a form', () => {
  const fields = [
    { name: 'from', value: '{{callerNumber}}' },
    { name: 'at', value: '{{callStart}}' },
    { name: 'none', value: '{{contactName}}' },
    { name: 'text', value: 'City: {{custom.city}}' },
  ];
  const dates = { format: 'default', zone: 'IST' };
  const get = make({ method: 'GET', body: { kind: 'fields', fields }, dates, whenUnset: 'drop' });
  expect(get.url).toBe(
    'https://a.test/x?k=1&from=%2B31%2020&at=2021-08-09%2017%3A58%3A44&text=City%3A%20%C4%B0zmir',
  );
  expect(get.body).toBeUndefined();
  const form = make({ body: { kind: 'fields', encoding: 'form', fields }, dates });
  expect([...new URLSearchParams(form.body)]).toEqual([
    ['from', '+31 20'],
    ['at', '2021-08-09 17:58:44'],
    ['none', ''],
    ['text', 'City: İzmir'],
  ]);
  expect(form.headers).toEqual([
    { name: 'Content-Type', value: 'application/x-www-form-urlencoded' },
  ]);
});

it('lets no value begin a header or leave it, and keeps secrets out of the command', () => {
  const nasty = { ...emptyCallData, custom: { x: 'a\r\nX-Evil: 1\u0000 ç😀' } };
  const request = make(
    {
      headers: [
        { name: 'X-Call', value: '{{custom.x}}' },
        { name: 'X-Key', secret: { secret: 'webhook.w.header.x-key' } },
        { name: 'content-type', value: 'text/plain' },
      ],
      body: { kind: 'fields', fields: [{ name: "it's", value: 'x' }] },
    },
    nasty,
  );
  expect(request.headers).toEqual([
    { name: 'X-Call', value: 'a%0D%0AX-Evil: 1%00 %C3%A7%F0%9F%98%80' },
    { name: 'X-Key', secret: { secret: 'webhook.w.header.x-key' } },
    { name: 'content-type', value: 'text/plain' },
  ]);
  expect(curlCommand(request)).toContain("-H 'X-Key: <secret: webhook.w.header.x-key>'");
  expect(curlCommand(request)).toContain(`--data-raw '{"it'\\''s":"x"}'`);
});

it('gives every value back from a JSON body, a form and a query', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const data = { ...emptyCallData, custom: { v: value } };
      const fields = [{ name: 'v', value: '{{custom.v}}' }];
      const expected = value.replace(/[\ud800-\udfff]/gu, '\ufffd');
      expect(json(make({ body: { kind: 'fields', fields } }, data).body)).toEqual({ v: expected });
      const form = make({ body: { kind: 'fields', encoding: 'form', fields } }, data);
      expect(new URLSearchParams(form.body).get('v')).toBe(expected);
      const get = make({ method: 'GET', body: { kind: 'fields', fields } }, data);
      expect(new URL(get.url).searchParams.get('v')).toBe(expected);
    }),
  );
});

it.each([
  ['https://{{callerNumber}}.test/', 'not in the host'],
  ['https://a.test/{{callr}}', 'is not a token'],
  ['ftp://a.test/', 'Only https:// and http://'],
  ['https://user:pass@a.test/', 'must not contain a user name'],
])('refuses the address %s', (url, message) => {
  const parsed = webhookSchema.safeParse({ id: 'w', name: 'W', url });
  expect(parsed.error && english(firstProblem(parsed.error).message)).toContain(message);
});

it('lets no value change the path of an address', () => {
  const url =
    'https://a.test/customers/{{custom.id}}/{{custom.b}}{{custom.id}}/calls?x={{custom.id}}';
  const data = { ...emptyCallData, custom: { id: '..' } };
  expect(make({ url, body: { kind: 'none' } }, data).url).toBe(
    'https://a.test/customers/__/__/calls?x=..',
  );
  const own = { url: 'https://a.test/a/../b/{{custom.id}}', body: { kind: 'none' } };
  expect(make(own, { ...emptyCallData, custom: { id: '7' } }).url).toBe('https://a.test/a/../b/7');
});
