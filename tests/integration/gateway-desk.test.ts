import { noSignIns } from '../../electron/features/sources/company/company-sign-ins.ts';
import { expect, it } from 'vitest';
import { transportFactory } from '../../electron/features/sources/transport-factory.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { createNetworkParts } from '../../electron/platform/network/network-parts.ts';
import { KeptValues } from '../../electron/platform/storage/kept-values.ts';
import { openRecords } from '../../gateway/store/store-operations.ts';
import { defaultSettings } from '../../shared/model/settings.ts';
import { sourceSchema } from '../../shared/model/source.ts';
import { callEvent } from '../support/events.ts';
import {
  agents,
  builtGateway,
  connectDesk,
  deskToken,
  enrol,
  enrolmentCode,
  startGateway,
  type RunningGateway,
} from '../support/gateway.ts';
import { listen } from '../support/listen.ts';
import { saidBy } from '../support/said-by.ts';
import { testListeners } from '../support/http-listeners.ts';

const program = builtGateway();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A desk's own source, with a vault and a memory that outlive it. */
function desk(gateway: RunningGateway, code: string) {
  const secrets = new Map([['code', code]]);
  const store = { all: () => Promise.resolve([]), set: () => Promise.resolve() };
  const positions = new KeptValues(store, 'position:', systemClock, log);
  const create = transportFactory({
    ...createNetworkParts({
      settings: () => defaultSettings.network,
      resolveProxy: () => Promise.resolve('DIRECT'),
      revealSecret: () => undefined,
      systemCertificates: () => [],
    }),
    clock: systemClock,
    log,
    listeners: testListeners(),
    companySignIns: noSignIns,
    random: () => 0,
    positions,
    deskId: 'desk',
    revealSecret: ({ secret }) => secrets.get(secret),
    keepSecret: ({ secret }, value) => void secrets.set(secret, value),
  });
  const source = sourceSchema.parse({
    id: 'gateway',
    name: 'Gateway',
    transport: {
      type: 'websocket',
      url: `ws://127.0.0.1:${gateway.port}/desk`,
      enrolment: { secret: 'code' },
    },
  });
  return { secrets, positions, start: () => listen(create(source, { id: '83' })) };
}

it('exchanges its enrolment code once, and connects with its token from then on', async () => {
  const gateway = await startGateway(program(), {});
  const code = enrolmentCode(gateway, '83');
  const ours = desk(gateway, code.toLowerCase());
  const first = ours.start();
  await first.phase('connected');
  await gateway.post(callEvent('ringing', { callId: '1' }));
  const [text = ''] = await first.texts(1);
  ours.positions.remember('event:gateway', (JSON.parse(text) as { id: string }).id);
  first.transport.stop();
  await gateway.post(callEvent('ringing', { callId: '2' }));
  const second = ours.start();
  expect((await second.texts(1))[0]).toContain('"callId":"2"');

  const another = desk(gateway, code).start();
  await another.phase('waiting');
  // Its retries wait for nothing here, and soon are too many for the gateway: the first says why.
  const refused = another.statuses.find(({ phase }) => phase === 'waiting');
  expect(saidBy(refused?.problem)).toContain('refused the enrolment code');
});

it('throws out a desk whose token was revoked, and lets it in no more', async () => {
  const gateway = await startGateway(program(), {});
  const token = await deskToken(gateway, '83');
  const colleague = connectDesk(gateway, await deskToken(gateway, '84'));
  const removed = connectDesk(gateway, token);
  expect(await removed.outcome).toBe('open');
  expect(await colleague.outcome).toBe('open');
  expect(gateway.run('revoke', '83').out).toBe('1 desk removed');
  expect(await removed.closed).toBe(1008);
  expect(await connectDesk(gateway, token).outcome).toBe('401');
  expect(gateway.run('desks').out).toMatch(/agent 83 .*removed/);
  await gateway.post(callEvent('ringing', { callId: 'b', agent: { id: '84' } }));
  await colleague.received(1);
});

it('throws out a desk whose removal was written long after it was asked for', async () => {
  const gateway = await startGateway(program(), {});
  const desk = connectDesk(gateway, await deskToken(gateway, '83'));
  expect(await desk.outcome).toBe('open');
  const { desks, close } = openRecords(gateway.config.data);
  desks.revoke('83', Date.now() - 30_000);
  close();
  expect(await desk.closed).toBe(1008);
});

it('lets no desk in whose agent left the configuration', async () => {
  const gateway = await startGateway(program(), {});
  const token = await deskToken(gateway, '83');
  gateway.write({ ...gateway.config, agents: agents.filter(({ id }) => id !== '83') });
  await gateway.stop();
  await gateway.start();
  expect(await connectDesk(gateway, token).outcome).toBe('401');
});

it('takes a code once, in time, and again only for the same token', async () => {
  const gateway = await startGateway(program(), {});
  const code = enrolmentCode(gateway, '83');
  const [mine, other] = ['m'.repeat(43), 'o'.repeat(43)];
  expect(await enrol(gateway, 'WRONG-CODE', mine)).toMatchObject({ status: 401 });
  expect(await enrol(gateway, code, mine)).toMatchObject({ status: 200 });
  // The answer was lost: the desk asks again.
  expect(await enrol(gateway, code, mine)).toMatchObject({ status: 200 });
  const again = await enrol(gateway, code, other);
  expect(again.status).toBe(401);
  expect(again.text).toBe((await enrol(gateway, 'WRONG-CODE', mine)).text);
  expect(await connectDesk(gateway, other).outcome).toBe('401');
  const late = gateway.run('enrol', '83', '--hours', '0.0000001').out.split(' ')[0] ?? '';
  expect((await enrol(gateway, late, 'l'.repeat(43))).status).toBe(401);
  expect(gateway.run('enrol', '99')).toMatchObject({ status: 2 });
  expect(gateway.log()).not.toContain(code);
});
