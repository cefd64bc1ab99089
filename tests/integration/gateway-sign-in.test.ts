import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { closeServer, listenOnLoopback } from '../../electron/features/demo/loopback-server.ts';
import { tokenHash } from '../../gateway/hub/credentials.ts';
import { openRecords } from '../../gateway/store/store-operations.ts';
import { callEvent } from '../support/events.ts';
import { builtGateway, connectDesk, startGateway, type GatewayFile } from '../support/gateway.ts';

const program = builtGateway();
const answerSchema = z.object({ token: z.string(), expiresIn: z.number(), agent: z.string() });

/** An issuer with discovery and keys, as OpenID Connect has it. */
async function startIssuer() {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  let origin = '';
  const { server, port } = await listenOnLoopback((request, response) => {
    const body =
      request.url === '/keys' ? { keys: [key] } : { issuer: origin, jwks_uri: `${origin}/keys` };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  origin = `http://127.0.0.1:${port}`;
  onTestFinished(() => closeServer(server));
  const token = (claims: JWTPayload, { ends = '5m', by = privateKey } = {}): Promise<string> =>
    new SignJWT({ iss: origin, aud: 'ringcue', ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setIssuedAt()
      .setExpirationTime(ends)
      .sign(by);
  return { origin, token, stop: () => closeServer(server) };
}

async function startWithIssuer(issuer: string, signIn: Partial<GatewayFile['signIn']> = {}) {
  const gateway = await startGateway(program(), {
    signIn: { issuer, audience: 'ringcue', ...signIn },
  });
  const exchange = (token: string) => gateway.post({ token }, { to: '/desk/sign-in' });
  const signedIn = async (token: string) => {
    const answer = await exchange(token);
    expect(answer.status, answer.text).toBe(200);
    return answerSchema.parse(JSON.parse(answer.text));
  };
  return { gateway, exchange, signedIn };
}

it('exchanges a token of the company for a short-lived one of the agent', async () => {
  const issuer = await startIssuer();
  const { gateway, signedIn } = await startWithIssuer(issuer.origin);
  const answer = await signedIn(await issuer.token({ email: 'Ada@Example.com' }));
  expect(answer).toMatchObject({ agent: '83', expiresIn: 3_600 });
  const desk = connectDesk(gateway, answer.token);
  expect(await desk.outcome).toBe('open');
  await gateway.post(callEvent('ringing', { callId: 'a' }));
  await gateway.post(callEvent('ringing', { callId: 'b', agent: { id: '84' } }));
  await desk.received(1);
  expect(desk.calls()).toEqual(['call.ringing a']);
  expect(gateway.run('desks').out).toContain('   until 20');

  expect(gateway.run('revoke', '83').out).toBe('1 desk removed');
  expect(await desk.closed).toBe(1008);
  expect(await connectDesk(gateway, answer.token).outcome).toBe('401');
}, 60_000);

it('closes a desk when its time is over, and lets it in no more', async () => {
  const { gateway } = await startWithIssuer('https://id.example.com');
  const { desks, close } = openRecords(gateway.config.data);
  const [token, now] = ['token-of-a-short-time', Date.now()];
  const agent = { id: 'short', agent: '83', since: now };
  desks.signIn({ ...agent, token: tokenHash(token), expires: now + 1_500 });
  close();
  const desk = connectDesk(gateway, token);
  expect(await desk.outcome).toBe('open');
  expect(await desk.closed).toBe(1008);
  expect(await connectDesk(gateway, token).outcome).toBe('401');
}, 60_000);

it('refuses tokens that are not of this issuer, for this gateway, now, of one agent', async () => {
  const issuer = await startIssuer();
  const { exchange, gateway } = await startWithIssuer(issuer.origin);
  const ada = { email: 'ada@example.com' };
  const other = await generateKeyPair('ES256');
  const [header, payload] = (await issuer.token(ada)).split('.');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const secret = Buffer.from('{"alg":"HS256","kid":"one"}').toString('base64url');
  const wrong: Record<string, string> = {
    'another key': await issuer.token(ada, { by: other.privateKey }),
    'another issuer': await issuer.token({ ...ada, iss: 'https://evil.example' }),
    'another audience': await issuer.token({ ...ada, aud: 'payroll' }),
    'an hour ago': await issuer.token(ada, { ends: '1 hour ago' }),
    'no signature': `${none}.${payload}.`,
    'a shared secret': `${secret}.${payload}.c2lnbmVk`,
    'a changed header': `${header}x.${payload}.c2lnbmVk`,
    'no token': 'x',
  };
  for (const [name, token] of Object.entries(wrong)) {
    expect((await exchange(token)).status, name).toBe(401);
  }
  const unknown = [
    { email: 'eve@example.com' },
    { ...ada, email_verified: false },
    { ...ada, email_verified: 'false' },
    { sub: 'ada@example.com' },
  ];
  for (const claims of unknown) {
    expect((await exchange(await issuer.token(claims))).status).toBe(403);
  }
  expect((await exchange('')).status).toBe(400);
  expect(gateway.log()).not.toContain('eyJ');
}, 60_000);

it('says when the issuer does not answer, and finds it when it does', async () => {
  const issuer = await startIssuer();
  const { exchange, gateway } = await startWithIssuer(issuer.origin, {
    claim: 'employee',
    agentField: 'extension',
  });
  const token = await issuer.token({ employee: 1005 });
  await issuer.stop();
  const gone = await exchange(token);
  expect([gone.status, gone.text]).toEqual([503, expect.stringContaining('does not answer')]);
  const again = await startIssuer();
  gateway.write({ ...gateway.config, signIn: { issuer: again.origin, audience: 'ringcue' } });
  await gateway.stop();
  await gateway.start();
  expect((await exchange(await again.token({ email: 'ada@example.com' }))).status).toBe(200);
}, 60_000);
