import { expect, it } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { callEvent } from '../support/events.ts';
import {
  builtGateway,
  connectDesk,
  deskToken,
  feed,
  feedSecret,
  startGateway,
} from '../support/gateway.ts';

const program = builtGateway();
const nobody = { agent: undefined, queue: undefined };

it('hands an event to the desks of the agent it names, and to no other', async () => {
  const gateway = await startGateway(program(), {});
  const ada = connectDesk(gateway, await deskToken(gateway, '83'));
  const adasSecond = connectDesk(gateway, await deskToken(gateway, '83'));
  const bob = connectDesk(gateway, await deskToken(gateway, '84'));
  await Promise.all([ada.outcome, adasSecond.outcome, bob.outcome]);
  expect(await gateway.post(callEvent('ringing', { callId: 'a' }))).toMatchObject({ status: 200 });
  await gateway.post(callEvent('ringing', { callId: 'b', agent: { extension: '1005' } }));
  await ada.received(1);
  await adasSecond.received(1);
  await bob.received(1);
  expect(ada.calls()).toEqual(['call.ringing a']);
  expect(bob.calls()).toEqual(['call.ringing b']);
});

it('sends a desk what it missed, once and in order, also after the gateway was killed', async () => {
  const gateway = await startGateway(program(), {});
  const token = await deskToken(gateway, '83');
  await gateway.post(callEvent('ringing', { callId: 'before the first connection' }));
  const first = connectDesk(gateway, token);
  const [seen] = await first.received(1);
  first.socket.close();
  await first.closed;
  for (const callId of ['1', '2']) await gateway.post(callEvent('ringing', { callId }));
  await gateway.kill();
  await gateway.start();
  const second = connectDesk(gateway, token, seen?.id);
  await second.outcome;
  await gateway.post(callEvent('ringing', { callId: '3' }));
  await second.received(3);
  expect(second.calls()).toEqual(['call.ringing 1', 'call.ringing 2', 'call.ringing 3']);
});

it('tells all who heard of a call how it goes on, and routes who is not named', async () => {
  const gateway = await startGateway(program(), {
    feeds: [
      feed({
        routes: [{ when: { calledNumber: ['020 123 4567'] }, to: { agents: ['85'] } }],
      }),
    ],
  });
  const desks = await Promise.all(
    ['83', '84', '85'].map(async (agent) => connectDesk(gateway, await deskToken(gateway, agent))),
  );
  const [ada, bob, eve] = desks;
  await Promise.all(desks.map(({ outcome }) => outcome));
  await gateway.post(callEvent('queued', { ...nobody, callId: 'q', queue: { id: '5' } }));
  await gateway.post(callEvent('answered', { callId: 'q', agent: { id: '84' } }));
  await gateway.post(callEvent('queued', { ...nobody, callId: 'r', calledNumber: '+31201234567' }));
  await gateway.post(callEvent('queued', { ...nobody, callId: 'nobody' }));
  await gateway.post(callEvent('ringing', { callId: 'unlisted', agent: { id: '99' } }));
  await Promise.all([ada?.received(2), bob?.received(2), eve?.received(1)]);
  expect(ada?.calls()).toEqual(['call.queued q', 'call.answered q']);
  expect(bob?.calls()).toEqual(['call.queued q', 'call.answered q']);
  expect(eve?.calls()).toEqual(['call.queued r']);
  expect(await gateway.metrics()).toContain(
    'ringcue_gateway_events_total{feed="pbx",outcome="nobody"} 2',
  );
});

const form = 'call_id=f1&trigger=Dialed+on+Agent&agent_number=1004&caller_id_number=%2B31201234567';

it.each([
  [
    'JSON',
    JSON.stringify(callEvent('ringing', { callId: 'f1' })),
    'application/json',
    'cloudevents',
  ],
  ['a form', form, 'application/x-www-form-urlencoded', 'acefone'],
  [
    'XML',
    '<c><callid>f1</callid><agentExtension>1004</agentExtension></c>',
    'application/xml',
    'mapping',
  ],
] as const)('reads %s', async (_name, body, type, dialect) => {
  const gateway = await startGateway(program(), {
    feeds: [
      feed({
        dialect,
        payload:
          dialect === 'mapping'
            ? {
                mapping:
                  '{ "stage": "ringing", "callId": c.callid, "agentExtension": c.agentExtension }',
              }
            : {},
      }),
    ],
  });
  const ada = connectDesk(gateway, await deskToken(gateway, '83'));
  await ada.outcome;
  const answer = await gateway.post(body, { headers: { 'content-type': type } });
  expect(answer).toMatchObject({ status: 200 });
  await ada.received(1);
  expect(ada.calls()).toEqual(['call.ringing f1']);
});

it('reads multipart, a query string and PUT, and lets the address say the trigger', async () => {
  const gateway = await startGateway(program(), { feeds: [feed({ dialect: 'acefone' })] });
  const ada = connectDesk(gateway, await deskToken(gateway, '83'));
  await ada.outcome;
  const to = `/in/pbx/${feedSecret}?trigger=Dialed%20on%20Agent`;
  const parts = new FormData();
  parts.set('call_id', 'm');
  parts.set('agent_number', '1004');
  expect(await gateway.post(parts, { to })).toMatchObject({ status: 200 });
  const query = `${to}&call_id=q&agent_number=1004`;
  expect(await gateway.post(undefined, { to: query, method: 'GET' })).toMatchObject({
    status: 200,
  });
  const put = { to, method: 'PUT', headers: { 'content-type': 'application/json' } };
  await gateway.post(JSON.stringify({ call_id: 'p', agent_number: '1004' }), put);
  await ada.received(3);
  expect(ada.calls()).toEqual(['call.ringing m', 'call.ringing q', 'call.ringing p']);
});

it('knows each kind of credentials, and allowed networks', async () => {
  const key = Buffer.alloc(32, 7).toString('base64');
  const gateway = await startGateway(program(), {
    feeds: [
      feed({ name: 'basic', authentication: { type: 'basic', user: 'pbx', password: feedSecret } }),
      feed({
        name: 'header',
        authentication: { type: 'header', name: 'X-Key', secret: feedSecret },
      }),
      feed({ name: 'signed', authentication: { type: 'signature', secret: `whsec_${key}` } }),
      feed({ name: 'here', authentication: { type: 'networks' }, networks: ['127.0.0.0/8'] }),
      feed({ name: 'there', authentication: { type: 'networks' }, networks: ['10.0.0.0/8'] }),
    ],
  });
  const body = JSON.stringify(callEvent('ringing'));
  const status = async (to: string, headers: Record<string, string> = {}): Promise<number> =>
    (await gateway.post(body, { to: `/in/${to}`, headers })).status;
  const basic = (password: string) => ({
    authorization: `Basic ${Buffer.from(`pbx:${password}`).toString('base64')}`,
  });
  const signed = (at: Date, text = body) => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(key).sign('msg_1', at, text),
  });
  const now = new Date();
  expect(await status('basic', basic(feedSecret))).toBe(200);
  expect(await status('basic', basic('wrong'))).toBe(401);
  expect(await status('header', { 'x-key': feedSecret })).toBe(200);
  expect(await status('header')).toBe(401);
  expect(await status('signed', signed(now))).toBe(200);
  expect(await status('signed', signed(now, 'another body'))).toBe(401);
  expect(await status('signed', signed(new Date(now.getTime() - 86_400_000)))).toBe(401);
  expect(await status('signed', signed(new Date(now.getTime() + 86_400_000)))).toBe(401);
  expect(await status('signed', { ...signed(now), 'webhook-id': 'msg_2' })).toBe(401);
  // While keys change, a sender signs with both.
  const ofBoth = `v1,${Buffer.alloc(32).toString('base64')} ${signed(now)['webhook-signature']}`;
  expect(await status('signed', { ...signed(now), 'webhook-signature': ofBoth })).toBe(200);
  expect(await status('here')).toBe(200);
  expect(await status('there')).toBe(401);
});
