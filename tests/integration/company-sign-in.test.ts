import { expect, it, onTestFinished } from 'vitest';
import { CompanySignIns } from '../../electron/features/sources/company/company-sign-ins.ts';
import { transportFactory } from '../../electron/features/sources/transport-factory.ts';
import { systemClock, type Clock } from '../../electron/platform/clock.ts';
import { createNetworkParts } from '../../electron/platform/network/network-parts.ts';
import { KeptValues } from '../../electron/platform/storage/kept-values.ts';
import { defaultSettings } from '../../shared/model/settings.ts';
import { sourceSchema } from '../../shared/model/source.ts';
import { browse, startIssuer } from '../support/company-issuer.ts';
import { callEvent } from '../support/events.ts';
import { builtGateway, startGateway, type GatewayFile } from '../support/gateway.ts';
import { mapStore, testListeners } from '../support/http-listeners.ts';
import { listen } from '../support/listen.ts';
import { saidBy } from '../support/said-by.ts';
import { until } from '../support/until.ts';

const program = builtGateway();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
type SignIn = NonNullable<GatewayFile['signIn']>;

/** The real time, which a test can turn forward. */
function turnedClock(): Clock & { readonly turn: (ms: number) => void } {
  let ahead = 0;
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  const now = (): number => Date.now() + ahead;
  return {
    now,
    after(ms, run) {
      const timer = { at: now() + ms, run };
      timers.add(timer);
      const cancel = systemClock.after(ms, () => timers.delete(timer) && run());
      return () => {
        cancel();
        timers.delete(timer);
      };
    },
    turn(ms) {
      ahead += ms;
      for (const timer of timers) if (timer.at <= now() && timers.delete(timer)) timer.run();
    },
  };
}

async function company(signIn: Partial<SignIn> = {}) {
  const issuer = await startIssuer();
  const gateway = await startGateway(program(), {
    signIn: {
      issuer: issuer.url,
      audience: 'ringcue',
      browser: { prompt: 'consent' },
      ...signIn,
    },
  });
  return { issuer, gateway };
}

/** A desk of an agent, with a vault and a memory that outlive its connections. */
function desk(port: number, { clock = systemClock, agent = '83' } = {}) {
  const secrets = new Map<string, string>();
  const pages: string[] = [];
  const positions = new KeptValues(mapStore(), 'position:', clock, log);
  const network = createNetworkParts({
    settings: () => defaultSettings.network,
    resolveProxy: () => Promise.resolve('DIRECT'),
    revealSecret: () => undefined,
    systemCertificates: () => [],
  });
  const deps = {
    ...network,
    clock,
    log,
    positions,
    random: () => 1,
    deskId: 'desk',
    listeners: testListeners(),
    revealSecret: ({ secret }: { secret: string }) => secrets.get(secret),
    keepSecret: ({ secret }: { secret: string }, value: string) => void secrets.set(secret, value),
  };
  const transports: { probe: () => void }[] = [];
  const companySignIns = new CompanySignIns({
    ...deps,
    openExternal: (url) => Promise.resolve(void pages.push(url)),
    page: (isSignedIn) => ({ language: 'en', text: isSignedIn ? 'signed in' : 'not signed in' }),
    onChange: () => undefined,
    onSignedIn: () => transports.at(-1)?.probe(),
  });
  onTestFinished(() => companySignIns.stop());
  const create = transportFactory({ ...deps, companySignIns });
  const source = sourceSchema.parse({
    id: 'gateway',
    name: 'Gateway',
    transport: { type: 'websocket', url: `ws://127.0.0.1:${port}/desk`, companySignIn: true },
  });
  return {
    secrets,
    pages,
    view: () => companySignIns.view('gateway'),
    signIn: () => companySignIns.signIn('gateway'),
    /** The page that the browser was told to open. */
    opened: (count = 1) => until(() => pages[count - 1], 'the browser'),
    start() {
      const listening = listen(create(source, { id: agent }));
      transports.push(listening.transport);
      return listening;
    },
  };
}

it('signs an agent in by the browser, connects, and remembers it', async () => {
  const { gateway } = await company();
  const ada = desk(gateway.port);
  const first = ada.start();
  await first.phase('waiting');
  expect(saidBy(first.statuses.at(-1)?.problem)).toBe('Sign in to receive calls.');
  expect(ada.view()).toEqual({ phase: 'needed', problem: null });
  ada.signIn();
  expect(ada.view()).toEqual({ phase: 'browser', problem: null });
  const page = new URL(await ada.opened());
  expect(page.searchParams.get('code_challenge_method')).toBe('S256');
  expect(page.searchParams.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:2\d{4}\/$/);
  expect(await browse(page.href, 'ada@example.com')).toContain('signed in');
  await first.phase('connected');
  expect(ada.view()).toBeUndefined();
  await gateway.post(callEvent('ringing', { callId: 'a' }));
  expect((await first.texts(1))[0]).toContain('"callId":"a"');
  first.transport.stop();

  const second = ada.start();
  await second.phase('connected');
  expect(ada.pages).toHaveLength(1);
  expect([...ada.secrets.keys()]).toEqual([
    expect.stringMatching(/^source\.gateway\.company\.desk\..*\.token$/),
    expect.stringMatching(/^source\.gateway\.company\.desk\..*\.refresh$/),
  ]);
  for (const secret of ada.secrets.values()) expect(gateway.log()).not.toContain(secret);
}, 60_000);

it('renews before the time is over, and misses nothing meanwhile', async () => {
  const { gateway } = await company({ tokenMinutes: 60 });
  const clock = turnedClock();
  const ada = desk(gateway.port, { clock });
  const connection = ada.start();
  ada.signIn();
  await browse(await ada.opened(), 'ada@example.com');
  await connection.phase('connected');
  const [before] = ada.secrets.values();
  const said = connection.statuses.length;
  clock.turn(50 * 60_000);
  const desks = async () => /gateway_desks (\d)/.exec(await gateway.metrics())?.[1];
  await until(() => ([...ada.secrets.values()][0] === before ? undefined : true), 'a new token');
  await until(async () => ((await desks()) === '1' ? true : undefined), 'one connection');
  await gateway.post(callEvent('ringing', { callId: 'b' }));
  expect((await connection.texts(1))[0]).toContain('"callId":"b"');
  expect(connection.statuses.slice(said).map(({ phase }) => phase)).toEqual(['connected']);
  expect(ada.pages).toHaveLength(1);
}, 60_000);

it('asks again while the sign-in still lasts, where the issuer renews nothing', async () => {
  const { gateway } = await company({ browser: { scope: 'openid email' } });
  const clock = turnedClock();
  const ada = desk(gateway.port, { clock });
  const connection = ada.start();
  ada.signIn();
  await browse(await ada.opened(), 'ada@example.com');
  await connection.phase('connected');
  clock.turn(50 * 60_000);
  await until(() => ada.view(), 'the question');
  expect(ada.view()).toEqual({
    phase: 'needed',
    problem: null,
    endsAt: expect.any(Number) as unknown,
  });
  expect(connection.statuses.at(-1)?.phase).toBe('connected');
  ada.signIn();
  await browse(await ada.opened(2), 'ada@example.com');
  await until(() => (ada.view() === undefined ? true : undefined), 'the end of the question');
}, 60_000);

it('keeps the connection while the issuer is away, and asks again when that knows the sign-in no more', async () => {
  const { gateway, issuer } = await company();
  const clock = turnedClock();
  const ada = desk(gateway.port, { clock });
  const connection = ada.start();
  ada.signIn();
  await browse(await ada.opened(), 'ada@example.com');
  await connection.phase('connected');
  await issuer.stop();
  clock.turn(50 * 60_000);
  expect(connection.statuses.at(-1)?.phase).toBe('connected');
  clock.turn(20 * 60_000);
  connection.transport.stop();
  const late = ada.start();
  await late.phase('waiting');
  expect(saidBy(late.statuses.at(-1)?.problem)).toContain('Sign-in failed.');
  expect(ada.view()).toBeUndefined();
  await issuer.start();
  await until(() => ada.view(), 'the question');
}, 60_000);

it('takes no answer of another page, and no account of another agent', async () => {
  const { gateway } = await company();
  const ada = desk(gateway.port);
  ada.start();
  ada.signIn();
  const page = new URL(await ada.opened());
  const back = page.searchParams.get('redirect_uri') ?? '';
  for (const path of ['', '?code=stolen', '?code=stolen&state=guessed', 'other?code=x']) {
    expect((await fetch(back + path)).status, path).toBe(404);
  }
  expect(ada.view()).toMatchObject({ phase: 'browser' });
  expect(await browse(page.href, 'eve@example.com')).toContain('not signed in');
  expect(saidBy(ada.view()?.problem)).toContain('belongs to no agent');
  await expect(fetch(back)).rejects.toThrow();

  const grace = desk(gateway.port, { agent: '84' });
  const connection = grace.start();
  grace.signIn();
  expect(await browse(await grace.opened(), 'ada@example.com')).toContain('not signed in');
  expect(saidBy(grace.view()?.problem)).toContain('the account of agent 83');
  grace.signIn();
  expect(new URL(await grace.opened(2)).searchParams.get('prompt')).toBe('login consent');
  expect(connection.statuses.some(({ phase }) => phase === 'connected')).toBe(false);
  expect([...grace.secrets]).toEqual([]);
}, 60_000);

it('ends an attempt after five minutes, and the one before when another begins', async () => {
  const { gateway } = await company();
  const clock = turnedClock();
  const ada = desk(gateway.port, { clock });
  ada.start();
  ada.signIn();
  const first = new URL(await ada.opened()).searchParams.get('redirect_uri') ?? '';
  ada.signIn();
  const second = new URL(await ada.opened(2)).searchParams.get('redirect_uri') ?? '';
  await expect(fetch(first)).rejects.toThrow();
  expect((await fetch(second)).status).toBe(404);
  clock.turn(5 * 60_000);
  await until(() => (ada.view()?.phase === 'needed' ? true : undefined), 'the end');
  expect(saidBy(ada.view()?.problem)).toContain('within 5 minutes');
  await expect(fetch(second)).rejects.toThrow();
}, 60_000);

it('opens one page where the agent asks twice at once', async () => {
  const { gateway } = await company();
  const ada = desk(gateway.port);
  ada.start();
  ada.signIn();
  ada.signIn();
  expect(await browse(await ada.opened(), 'ada@example.com')).toContain('signed in');
  await until(() => (ada.view() === undefined ? true : undefined), 'the end of the question');
  expect(ada.pages).toHaveLength(1);
}, 60_000);

it('says that a gateway offers no sign-in', async () => {
  const gateway = await startGateway(program(), {});
  const ada = desk(gateway.port);
  ada.start();
  ada.signIn();
  await until(() => (ada.view()?.phase === 'needed' ? true : undefined), 'the refusal');
  expect(saidBy(ada.view()?.problem)).toContain('does not offer sign-in');
}, 60_000);
