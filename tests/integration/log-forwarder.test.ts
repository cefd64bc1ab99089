import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { LogForwarder } from '../../electron/features/log/log-forwarder.ts';
import { Authorities } from '../../electron/platform/network/authorities.ts';
import { createSendBytes } from '../../electron/platform/network/send-bytes.ts';
import { createHttpClient } from '../../electron/platform/network/http-client.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import type { LogEntry } from '../../shared/model/log-entry.ts';
import { syslogFramings, type SyslogFraming } from '../../shared/model/settings.ts';
import { startSyslogServer } from '../support/syslog-server.ts';
import { makeCertificate } from '../support/tls-server.ts';
import { freePort } from '../support/free-port.ts';
import { until } from '../support/until.ts';

const entry = (id: string): LogEntry => ({
  id,
  at: 1_790_000_000_000,
  kind: 'event',
  callKey: '',
  text: `Ada\nkey-of-the-CRM ${id}`,
  event: { secret: 'whole event' },
  trace: {
    eventId: id,
    source: 'pbx',
    stage: 'ringing',
    caller: 'Ada',
    queue: '',
    agent: '',
    occurredAt: 0,
    receivedAt: 0,
    lateSeconds: 0,
    matchedMs: 0,
    repeated: false,
    isTest: false,
    rules: [],
  },
});

/** @param problems gets what went wrong */
function forwarderTo(
  url: string,
  caFile?: string,
  problems: string[] = [],
  framing: SyslogFraming = 'octets',
): LogForwarder {
  const authorities = new Authorities(() => ({ system: undefined, caFile }));
  const forwarder = new LogForwarder({
    // Every wait a hundred times shorter: what is tested is the order, not the time.
    clock: { now: () => Date.now(), after: (ms, run) => systemClock.after(ms / 100, run) },
    log: {
      info: () => undefined,
      warn: (_event, data) => void problems.push(String(data?.['problem'])),
      error: () => undefined,
    },
    sendHttp: createHttpClient({
      authorities: () => authorities.all(),
      resolveProxy: () => Promise.resolve('DIRECT'),
      proxyCredentials: () => undefined,
    }),
    sendBytes: createSendBytes(() => authorities.all()),
    url: () => url,
    framing: () => framing,
    mask: (text) => text.replaceAll('key-of-the-CRM', '******'),
  });
  onTestFinished(() => forwarder.stop());
  return forwarder;
}

it('sends entries in batches, masked, and again where the server did not take them', async () => {
  const bodies: string[] = [];
  let refusals = 1;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    request.on('end', () => {
      if (refusals > 0) {
        refusals -= 1;
        response.writeHead(503).end();
        return;
      }
      bodies.push(body);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const forwarder = forwarderTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/log`);
  forwarder.add(Array.from({ length: 250 }, (_, index) => entry(`e${index}`)));
  const ids = await until(() => {
    const sent = bodies.flatMap((body) =>
      (JSON.parse(body) as { entries: { id: string }[] }).entries.map(({ id }) => id),
    );
    return sent.length === 250 ? sent : undefined;
  }, '250 entries');
  expect(ids).toEqual(Array.from({ length: 250 }, (_, index) => `e${index}`));
  expect(bodies).toHaveLength(2);
  expect(bodies.join('')).not.toMatch(/key-of-the-CRM|whole event/);
});

it('sends each entry as one syslog line', async () => {
  const lines: string[] = [];
  const socket = createSocket('udp4', (message) => lines.push(message.toString('utf8')));
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  onTestFinished(() => void socket.close());
  forwarderTo(`syslog://127.0.0.1:${socket.address().port}`).add([entry('e1')]);
  const [line] = await until(() => (lines.length > 0 ? lines : undefined), 'a line');
  expect(line).toMatch(
    /^<134>1 2026-09-21T\d\d:\d\d:\d\d\.000Z \S+ ringcue - event - Ada \*{6} e1$/,
  );
});

const facts = (index: number): RegExp =>
  new RegExp(String.raw`^134 \S+ ringcue event\s+Ada \*{6} e${index}$`);

it.each(syslogFramings)(
  'sends entries to rsyslog over TCP by %s, however they are written',
  async (framing) => {
    const server = await startSyslogServer();
    const forwarder = forwarderTo(`syslog+tcp://127.0.0.1:${server.port}`, undefined, [], framing);
    forwarder.add(Array.from({ length: 250 }, (_, index) => entry(`e${index}`)));
    // With one letter more or less before them the characters of two bytes are cut elsewhere.
    const long = (before: string) => `12 <134>1 Çağrı 📞 ${before}${'ü'.repeat(9_000)} cut`;
    forwarder.add(['', 'x'].map((before) => ({ ...entry('x'), text: long(before) })));
    const lines = await server.received(252);
    for (const [index, line] of lines.slice(0, 250).entries()) expect(line).toMatch(facts(index));
    expect(lines[250]).toMatch(/ 12 <134>1 Çağrı 📞 ü+$/);
    expect(lines[251]).toMatch(/ 12 <134>1 Çağrı 📞 xü+$/);
  },
);

it('sends entries to rsyslog over TLS, and to nobody whom the company does not trust', async () => {
  const certificate = makeCertificate();
  const server = await startSyslogServer(certificate);
  const url = `syslog+tls://localhost:${server.port}`;
  const problems: string[] = [];
  forwarderTo(url, undefined, problems).add([entry('e0')]);
  await until(() => problems.length > 0 || undefined, 'the refusal');
  expect(problems[0]).toMatch(/certificate/i);
  forwarderTo(url, certificate.caFile).add([entry('e1')]);
  const lines = await server.received(1);
  expect(lines).toEqual([expect.stringMatching(facts(1))]);
});

it('keeps entries until the collector is there', async () => {
  const port = await freePort();
  const problems: string[] = [];
  const forwarder = forwarderTo(`syslog+tcp://127.0.0.1:${port}`, undefined, problems);
  forwarder.add([entry('e0')]);
  await until(() => problems.length > 0 || undefined, 'a failure');
  const { createServer: createTcp } = await import('node:net');
  let received = '';
  const server = createTcp((socket) => {
    socket.on('data', (chunk: Buffer) => (received += chunk.toString('utf8')));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  forwarder.add([entry('e1')]);
  const line = await until(() => /e0.*e1$/s.exec(received)?.[0], 'both entries');
  expect(line).toContain('e0');
});

it('takes for sent what a collector took that never hangs up', async () => {
  const { createServer: createTcp } = await import('node:net');
  let received = '';
  const server = createTcp({ allowHalfOpen: true }, (socket) => {
    socket.on('data', (chunk: Buffer) => (received += chunk.toString('utf8')));
    onTestFinished(() => void socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const problems: string[] = [];
  const { port } = server.address() as AddressInfo;
  const forwarder = forwarderTo(`syslog+tcp://127.0.0.1:${port}`, undefined, problems);
  forwarder.add(Array.from({ length: 250 }, (_, index) => entry(`e${index}`)));
  await until(() => received.includes(' e249') || undefined, 'the second batch');
  expect(received.match(/ e0(?=\d)/g)).toHaveLength(1);
  expect(problems).toEqual([]);
});

it.each([
  ['octets', /^(\d+) <134>1 .*Ada \*{6} e0$/s],
  ['lines', /^<134>1 .* a b c Ç 12$/],
] as const)('separates messages by %s', async (framing, first) => {
  const { createServer: createTcp } = await import('node:net');
  let received = '';
  const server = createTcp((socket) => {
    socket.on('data', (chunk: Buffer) => (received += chunk.toString('utf8')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const forwarder = forwarderTo(`syslog+tcp://127.0.0.1:${port}`, undefined, [], framing);
  const odd = { ...entry('x'), text: 'a\n\u0000b\r\nc Ç 12' };
  forwarder.add(framing === 'lines' ? [odd, entry('e1')] : [entry('e0'), entry('e1')]);
  await until(() => received.includes(' e1') || undefined, 'both messages');
  if (framing === 'lines') {
    const lines = received.split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(first);
    expect(lines[1]).toMatch(/^<134>1 .* Ada \*{6} e1$/);
    expect(lines[2]).toBe('');
  } else {
    const length = Number(/^\d+/.exec(received)?.[0]);
    const start = String(length).length + 1;
    expect(received.slice(0, start + length)).toMatch(first);
    expect(received.slice(start + length)).toMatch(/^\d+ <134>1 /);
    expect(received).not.toContain('\n');
  }
});
