import { expect, it } from 'vitest';
import { gatewayFeed } from '../../shared/connect/gateway-feed.ts';
import { connectSystems } from '../../shared/connect/systems.ts';
import { callEvent } from '../support/events.ts';
import { builtGateway, feed, feedSecret, startGateway } from '../support/gateway.ts';

const program = builtGateway();

const validationOf = (name: string) => {
  const system = connectSystems.find((one) => one.name === name);
  return system && gatewayFeed(system).validation;
};

const address = (name: string) => `/in/${name}/${feedSecret}`;

it('sends RingCentral’s token back, with and without a body, and no other header', async () => {
  const { origin } = await startGateway(program(), {
    feeds: [feed({ validation: validationOf('ringcentral') }), feed({ name: 'plain' })],
  });
  const post = (to: string, headers: Record<string, string>, body?: string) =>
    fetch(origin + to, { method: 'POST', headers, body: body ?? null });
  const asked = { 'Validation-Token': '7f3b6a7e-6f2c-4c39-9b0a-8f0a1d3f3a55', 'X-Other': 'x' };
  const empty = await post(address('pbx'), asked);
  expect(empty.status).toBe(200);
  expect(empty.headers.get('validation-token')).toBe(asked['Validation-Token']);
  expect(empty.headers.get('x-other')).toBeNull();
  const type = { 'content-type': 'application/json' };
  const event = await post(
    address('pbx'),
    { ...asked, ...type },
    JSON.stringify(callEvent('ringing')),
  );
  expect(await event.json()).toMatchObject({ events: 1 });
  expect(event.headers.get('validation-token')).toBe(asked['Validation-Token']);
  const stranger = await post('/in/pbx/wrong', asked);
  expect([stranger.status, stranger.headers.get('validation-token')]).toEqual([401, null]);
  const other = await post(address('plain'), asked);
  expect(other.headers.get('validation-token')).toBeNull();
  const long = await post(address('pbx'), { 'Validation-Token': 'x'.repeat(501) });
  expect(long.headers.get('validation-token')).toBeNull();
});

it('answers Zoom’s challenge, and signs nothing that Zoom signs events as', async () => {
  const secret = 'secret token of the app';
  const gateway = await startGateway(program(), {
    feeds: [feed({ validation: { type: 'zoom', secret } })],
  });
  const challenge = (plainToken: string) => ({
    event: 'endpoint.url_validation',
    event_ts: 1_654_503_849_680,
    payload: { plainToken },
  });
  const answered = await gateway.post(challenge('qgg8vlvZRS6UYooatFL8Aw'), { to: address('pbx') });
  expect(answered.status).toBe(200);
  // By OpenSSL: `printf %s qgg8vlvZRS6UYooatFL8Aw | openssl dgst -sha256 -hmac 'secret token of the app'`.
  expect(JSON.parse(answered.text)).toEqual({
    plainToken: 'qgg8vlvZRS6UYooatFL8Aw',
    encryptedToken: '56f22a16800529608027fe647b1db173fbeae5a78a7273d621995098a033c03a',
  });
  const forged = await gateway.post(challenge('v0:1654503849:{"event":"phone.callee_ringing"}'), {
    to: address('pbx'),
  });
  expect(forged.text).not.toContain('encryptedToken');
});
