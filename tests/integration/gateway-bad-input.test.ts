import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { maxFormFields } from '../../shared/frames/read-form.ts';
import { callEvent } from '../support/events.ts';
import {
  builtGateway,
  connectDesk,
  deskToken,
  feed,
  feedSecret,
  startGateway,
  type RunningGateway,
} from '../support/gateway.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const program = builtGateway();

/** After everything bad: it lives, and takes what is good. */
async function stillTakes(gateway: RunningGateway): Promise<void> {
  expect(await gateway.post(callEvent('ringing'))).toMatchObject({ status: 200 });
  expect(gateway.log()).not.toContain(feedSecret);
  expect(gateway.log()).not.toMatch(/"level":[56]0.*request failed/);
}

it('answers a wrong secret, no secret and a feed that is gone alike', async () => {
  const gateway = await startGateway(program(), {});
  const answers = await Promise.all(
    [
      `/in/pbx/${feedSecret.slice(1)}`,
      '/in/pbx/',
      '/in/pbx',
      '/in/gone',
      `/in/gone/${feedSecret}`,
    ].map(async (to) => gateway.post(callEvent('ringing'), { to })),
  );
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
    new Set(['401 {"problems":["Unknown feed or wrong credentials."]}']),
  );
  await stillTakes(gateway);
  expect(await gateway.metrics()).toContain(
    'ringcue_gateway_requests_total{feed="?",status="401"} 2',
  );
});

it('judges who brings a signature with the body, at every feed and at none', async () => {
  const key = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const gateway = await startGateway(program(), {
    feeds: [feed(), feed({ name: 'signed', authentication: { type: 'signature', secret: key } })],
  });
  const statuses = async (body: string, headers: Record<string, string>): Promise<number[]> => {
    const answers = ['pbx', 'signed', 'gone'].map((name) =>
      gateway.post(body, { to: `/in/${name}`, headers }),
    );
    return (await Promise.all(answers)).map(({ status }) => status);
  };
  const forged = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
    'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}`,
  };
  const tooLarge = 'x'.repeat(2 * 1024 * 1024);
  expect(await statuses('{}', {})).toEqual([401, 401, 401]);
  expect(await statuses('{}', forged)).toEqual([401, 401, 401]);
  // The limit is met while the body is read.
  expect(await statuses(tooLarge, {})).toEqual([401, 401, 401]);
  expect(await statuses(tooLarge, forged)).toEqual([413, 413, 413]);
  await stillTakes(gateway);
});

it('gives a feed that is gone as many requests a second as another', async () => {
  const gateway = await startGateway(program(), {});
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => gateway.post('{}', { to: '/in/gone' })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
});

const deepJson = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
const deepXml = `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`;
const bomb = `<!DOCTYPE b [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(100)}">]><b>&b;</b>`;
const fields = (count: number): string =>
  Array.from({ length: count }, (_, index) => `f${index}=1`).join('&');
const xml = 'application/xml';

it.each([
  ['another form than the feed reads', 'hello', 'text/plain', 422],
  ['an event without what it needs', '{"specversion":"1.0"}', 'application/json', 422],
  ['JSON that is cut off', '{"specversion":"1.0', 'application/json', 422],
  ['JSON too deep', deepJson, 'application/json', 422],
  ['XML too deep', deepXml, xml, 422],
  ['an entity bomb', bomb, xml, 422],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x80]), 'application/json', 422],
  ['10 MB', 'x'.repeat(10 * 1024 * 1024), 'application/json', 413],
  ['1,000 fields', fields(1_000), 'application/x-www-form-urlencoded', 413],
  ['a broken multipart', '--x\r\nbroken', 'multipart/form-data; boundary=x', 422],
  ['a multipart without boundary', 'x', 'multipart/form-data', 422],
] as const)('refuses %s, and stores nothing of it', async (_name, body, type, status) => {
  const gateway = await startGateway(program(), {});
  // Of what is too large nothing more is read: a sender can find the connection closed before it has read the answer.
  const isClosed = (): undefined => undefined;
  const sent = gateway.post(body, { headers: { 'content-type': type } });
  const answer = await (status === 413 ? sent.catch(isClosed) : sent);
  if (answer !== undefined) {
    expect(answer.status).toBe(status);
    expect(answer.text.length).toBeLessThan(2_000);
  }
  await stillTakes(gateway);
});

it('takes 500 fields, and keeps as many as a call may have', async () => {
  const gateway = await startGateway(program(), { feeds: [feed({ dialect: 'acefone' })] });
  const ada = connectDesk(gateway, await deskToken(gateway, '83'));
  await ada.outcome;
  const body = `call_id=c&trigger=Dialed+on+Agent&agent_number=1004&${fields(maxFormFields - 3)}`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(await gateway.post(body, { headers })).toMatchObject({ status: 200 });
  const [event] = await ada.received(1);
  expect(event?.data['callId']).toBe('c');
});

it('ends a body that does not come', async () => {
  const gateway = await startGateway(program(), { listen: { bodySeconds: 1 } });
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(gateway.port, '127.0.0.1');
    let text = '';
    socket.on('data', (data) => (text += data.toString()));
    socket.on('close', () => resolve(text));
    socket.write(
      `POST /in/pbx/${feedSecret} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{`,
    );
  });
  expect(answer).toContain('408');
  await stillTakes(gateway);
});

it('takes a repeated delivery once, and a second ring after a miss as a new one', async () => {
  const gateway = await startGateway(program(), {
    feeds: [feed(), feed({ name: 'acefone', dialect: 'acefone' })],
  });
  const ada = connectDesk(gateway, await deskToken(gateway, '83'));
  await ada.outcome;
  const event = callEvent('ringing', { callId: '1' });
  expect((await gateway.post(event)).text).toContain('"events":1');
  expect((await gateway.post(event)).text).toContain('"events":0,"duplicates":1');
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const acefone = (body: string) =>
    gateway.post(`${body}&call_id=2&agent_number=1004`, {
      to: `/in/acefone/${feedSecret}`,
      headers,
    });
  const ring = 'trigger=Dialed+on+Agent';
  expect((await acefone(ring)).text).toContain('"events":1');
  expect((await acefone(ring)).text).toContain('"duplicates":1');
  await acefone('trigger=Call+missed+by+Agent+(Hangup)');
  expect((await acefone(ring)).text).toContain('"events":1');
  await ada.received(4);
  expect(ada.events.map(({ type }) => type)).toEqual([
    'call.ringing',
    'call.ringing',
    'call.missed',
    'call.ringing',
  ]);
});

it('takes events of a clock that is wrong by a day', async () => {
  const gateway = await startGateway(program(), {});
  const ada = connectDesk(gateway, await deskToken(gateway, '83'));
  await ada.outcome;
  for (const days of [-1.1, 1.1]) {
    const time = new Date(Date.now() + days * 86_400_000).toISOString();
    const event = { ...callEvent('ringing', { callId: String(days) }), time };
    expect(await gateway.post(event)).toMatchObject({ status: 200 });
  }
  await ada.received(2);
});

it('says 429 to who sends more than a feed may get', async () => {
  const gateway = await startGateway(program(), { feeds: [feed({ perSecond: 3 })] });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => gateway.post(callEvent('ringing'))),
  );
  expect(answers.map(({ status }) => status)).toContain(429);
  expect(answers.some(({ status }) => status === 200)).toBe(true);
});

it.skipIf(process.getuid?.() !== 0)(
  'says 503 on a full disk, takes nothing half, and recovers',
  async () => {
    const disk = temporaryFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
    onTestFinished(() => void execFileSync('umount', ['-l', disk]));
    const data = path.join(disk, 'data');
    mkdirSync(data);
    const gateway = await startGateway(program(), { data });
    const token = await deskToken(gateway, '83');
    const ada = connectDesk(gateway, token);
    await ada.outcome;
    await gateway.post(callEvent('ringing', { callId: 'before' }));
    const filler = path.join(disk, 'filler');
    try {
      writeFileSync(filler, Buffer.alloc(4 * 1024 * 1024));
    } catch {
      // Full, as it shall be.
    }
    const many = Array.from({ length: 60 }, (_, index) =>
      callEvent('ringing', { callId: `full ${index}`, note: 'n'.repeat(1_000) }),
    );
    const refused = await gateway.post(many);
    expect(refused).toMatchObject({ status: 503 });
    expect(refused.headers.get('retry-after')).toBe('5');
    execFileSync('rm', [filler]);
    expect(await gateway.post(many)).toMatchObject({ status: 200 });
    await ada.received(61);
    expect(ada.events.length).toBe(61);
    ada.socket.close();
    const again = connectDesk(gateway, token);
    await again.received(61);
  },
);
