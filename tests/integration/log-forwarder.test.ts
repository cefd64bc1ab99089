import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { LogForwarder } from '../../electron/journal/log-forwarder.ts';
import { Authorities } from '../../electron/network/authorities.ts';
import { createHttpClient } from '../../electron/network/http-client.ts';
import { systemClock } from '../../electron/ports/clock.ts';
import type { JournalEntry } from '../../shared/model/journal.ts';
import { until } from '../support/until.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const entry = (id: string): JournalEntry => ({
  id,
  at: 1_790_000_000_000,
  kind: 'missed',
  callKey: '',
  text: `Ada\nkey-of-the-CRM ${id}`,
  event: { secret: 'whole event' },
});

function forwarderTo(url: string): LogForwarder {
  const forwarder = new LogForwarder({
    // Every wait a hundred times shorter: what is tested is the order, not the time.
    clock: { now: () => Date.now(), after: (ms, run) => systemClock.after(ms / 100, run) },
    log,
    sendHttp: createHttpClient({
      authorities: () => new Authorities(() => ({ system: undefined, caFile: undefined })).all(),
      resolveProxy: () => Promise.resolve('DIRECT'),
      proxyCredentials: () => undefined,
    }),
    url: () => url,
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
    /^<134>1 2026-09-21T\d\d:\d\d:\d\d\.000Z \S+ ringcue - missed - Ada \*{6} e1$/,
  );
});
