import net, { type AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createSendBytes } from '../../../electron/platform/network/send-bytes.ts';
import { logCsv } from '../../../electron/features/log/log-csv.ts';
import { LogForwarder } from '../../../electron/features/log/log-forwarder.ts';
import { csvLine } from '../../../electron/platform/csv.ts';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import { clickToCallUrl } from '../../../shared/model/phone-link.ts';
import { parseXmlTemplate } from '../../../shared/templates/xml-template.ts';
import { problemText } from '../../../shared/text/english.ts';
import { headerValue } from '../../../shared/webhooks/prepare-request.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { until } from '../../support/until.ts';

it.each([
  '<constructor/>',
  '<a><constructor>x</constructor></a>',
  '<__proto__/>',
  '<a constructor="1" __proto__="2" toString="3"/>',
  `${'<a>'.repeat(150)}${'</a>'.repeat(150)}`,
  `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`,
  '<a><![CDATA[x]]></a>',
  '<a>&#xD800;</a>',
  '<a>&#99999999999;</a>',
  '<a',
  '<?xml?>',
  '<!--',
  '<![CDATA[x',
  '<a b=>',
  '\0',
])('reads or refuses the template %j, and says why without a throw', (text) => {
  const read = parseXmlTemplate(text.slice(0, 60_000));
  expect(read.ok ? 'read' : problemText(read.problem)).toMatch(/^(read|[A-Z].*\.?)/s);
});

it('writes half an emoji in a header and in a link', () => {
  expect(headerValue('a\ud83db')).toBe('a%EF%BF%BDb');
  expect(clickToCallUrl('http://pbx/{number}', '12\udc00')).toBe('http://pbx/12%EF%BF%BD');
});

it.each(['=1', ' =1', '\n=1', '\r+1', '\t@1', '＝1', '\u00a0＋1', '\u200b-1'])(
  'makes no formula of %j',
  (text) => {
    expect(csvLine([text], ',')).toMatch(/^"'/);
  },
);

it('forwards what comes after an entry with a time that is none, without control characters', async () => {
  const received: string[] = [];
  const server = net.createServer((socket) =>
    socket.on('data', (data) => received.push(data.toString())),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const clock = new FakeClock();
  const forwarder = new LogForwarder({
    clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    sendHttp: () => Promise.reject(new Error('not needed')),
    sendBytes: createSendBytes(() => []),
    url: () => `syslog+tcp://127.0.0.1:${port}`,
    framing: () => 'lines',
    mask: (text) => text,
  });
  onTestFinished(() => forwarder.stop());
  const entry = (at: number, text: string) =>
    ({ id: text, at, kind: 'agent', callKey: '', text }) as unknown as LogEntry;
  forwarder.add([entry(1e20, 'first'), entry(NaN, 'two\u0085lines\u2028here\u001b[2J')]);
  clock.advance(5_000);
  await until(() => received.join('').includes('here') || undefined, 'the first batch');
  const lines = received.join('').trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^<134>1 - .* first$/);
  expect(lines[1]).toMatch(/two lines here \[2J$/);
  const rows = await logCsv(
    { search: () => Promise.resolve([{ ...entry(NaN, 'x'), number: 1, kind: 'unread' } as never]) },
    { text: '', limit: 1 },
    ',',
  );
  expect(rows).toContain('"","unread"');
});

it('goes on forwarding after a batch that could not be written', async () => {
  const clock = new FakeClock();
  let tries = 0;
  const forwarder = new LogForwarder({
    clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    sendHttp: () => {
      tries += 1;
      throw new Error('a fault');
    },
    sendBytes: createSendBytes(() => []),
    url: () => 'http://127.0.0.1/',
    mask: (text) => text,
  });
  onTestFinished(() => forwarder.stop());
  forwarder.add([{ id: '1', at: 0, kind: 'agent', callKey: '', text: '' } as unknown as LogEntry]);
  clock.advance(5_000);
  await until(() => clock.pending() > 0 || undefined, 'the next try');
  clock.advance(10_000);
  expect(tries).toBe(2);
});
