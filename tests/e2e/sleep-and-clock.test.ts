import type { ElectronApplication } from 'playwright';
import { expect, it } from 'vitest';
import { publishToNats } from '../support/bus-clients.ts';
import { natsServer } from '../support/bus-servers.ts';
import { oneCrmConfig, type ConfigFile } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { cuttableServer } from '../support/cut-network.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { hasOwnFileSystem, ownPolicy } from '../support/own-policy.ts';
import { startReceiver } from '../support/receiver.ts';
import { electronPath, launchRingcue } from '../support/ringcue.ts';
import { newSigningKey, signedConfig } from '../support/shared-config.ts';
import { until } from '../support/until.ts';

const ringing = (callId: string): string => JSON.stringify(callEvent('ringing', { callId }));

/** The pages of calls that came, in order. */
async function crmOfCalls() {
  const crm = await startCrm();
  const calls = (): string[] =>
    crm.visits.map((visit) => new URL(visit, crm.origin).searchParams.get('call') ?? '');
  const pops = (callId: string) =>
    until(() => calls().includes(callId) || undefined, `the page of ${callId}`);
  return { ...crm, calls, pops };
}

/** As Electron tells it: no test can make the kernel sleep. */
const tell = (app: ElectronApplication, what: 'suspend' | 'resume') =>
  app.evaluate(({ powerMonitor }, event) => powerMonitor.emit(event), what);

it('shows after a sleep what rang meanwhile', async () => {
  const bus = await natsServer();
  const publish = (...texts: readonly string[]) =>
    publishToNats(bus.url, 'calls.agent.83', [...texts]);
  await publish();
  const { host, cut, mend } = await cuttableServer(Number(new URL(bus.url).port));
  const crm = await crmOfCalls();
  const { app, desk } = await launchRingcue({
    config: {
      ...oneCrmConfig('ws://unused', { url: crm.url }),
      sources: [
        {
          id: 'pbx',
          name: 'PBX',
          transport: {
            type: 'nats',
            url: `ws://${host}`,
            stream: 'CALLS',
            subjects: ['calls.agent.${agent.id}'],
            user: 'ada',
            password: 'secret',
          },
        },
      ],
    },
  });
  await desk.getByText('Connected', { exact: true }).first().waitFor();
  await publish(ringing('before'));
  await crm.pops('before');
  await tell(app, 'suspend');
  cut();
  // The program stands still, as on a computer that sleeps, and its connections with it.
  app.process().kill('SIGSTOP');
  await publish(ringing('meanwhile'));
  app.process().kill('SIGCONT');
  mend();
  await tell(app, 'resume');
  await crm.pops('meanwhile');
  await publish(ringing('after'));
  await crm.pops('after');
  expect(crm.calls()).toEqual(['before', 'meanwhile', 'after']);
}, 90_000);

it('asks a source as soon as the computer is awake whether it is still there', async () => {
  const events = await testEventServer();
  const { app } = await launchRingcue({
    config: oneCrmConfig(events.url, { url: 'http://127.0.0.1:9/' }),
  });
  await events.connected();
  const before = events.pings();
  // So many that the pulse of a connection, every four seconds, cannot pass for them.
  const sleeps = 50;
  for (let sleep = 0; sleep < sleeps; sleep += 1) {
    await tell(app, 'suspend');
    await tell(app, 'resume');
  }
  await until(() => events.pings() - before >= sleeps || undefined, 'a ping for each sleep');
});

it.runIf(hasOwnFileSystem)('asks for the company’s configuration after a sleep', async () => {
  const key = newSigningKey();
  const events = await testEventServer();
  const { version: _version, ...config } = oneCrmConfig(events.url, { url: 'http://127.0.0.1:9/' });
  const published = { at: '2026-03-14T09:26:53Z', note: 'first' };
  const text = await signedConfig(key, 3, { ...config, published });
  const server = await startReceiver((_request, response) => response.end(text));
  const policy = ownPolicy(electronPath());
  policy.write({
    version: 1,
    remote: { url: `${server.url}/ringcue.jws`, publicKeys: [key.x] },
  });
  const { app, logged } = await launchRingcue({ executable: policy.starter });
  await logged(/managed configuration in force revision=3/);
  await events.connected();
  // It has asked, and said which revision runs here: unasked, it would come again in a quarter of an hour.
  const asked = (await server.received(2)).length;
  await tell(app, 'suspend');
  expect(server.requests).toHaveLength(asked);
  await tell(app, 'resume');
  await server.received(asked + 1);
});

const setClock = (app: ElectronApplication, hoursAhead: number) =>
  app.evaluate((_electron, hours) => {
    const real = performance.timeOrigin;
    Date.now = () => real + performance.now() + hours * 3_600_000;
  }, hoursAhead);

it('opens popups and sends webhooks with a clock a day ahead, and once it is right again', async () => {
  const events = await testEventServer();
  const crm = await crmOfCalls();
  const receiver = await startReceiver();
  const config: ConfigFile = {
    ...oneCrmConfig(events.url, { url: crm.url, window: { close: { when: 'hangup' } } }),
    webhooks: [
      {
        id: 'w',
        name: 'Calls',
        url: receiver.url,
        body: { kind: 'fields', fields: [{ name: 'call', value: '{{callId}}' }] },
      },
    ],
  };
  config.rules![0]!.actions.push({ do: 'send', webhook: 'w' });
  const { app, desk } = await launchRingcue({ config });
  await events.connected();
  const sent = (callId: string) =>
    until(
      () => receiver.requests.some((request) => request.body.includes(`"${callId}"`)) || undefined,
      `the webhook of ${callId}`,
    );
  const every: string[] = [];
  for (const [callId, hours] of [
    ['right', 0],
    ['ahead', 24],
    ['back', 0],
  ] as const) {
    await setClock(app, hours);
    every.push(ringing(callId));
    events.send(every.at(-1)!);
    await crm.pops(callId);
    await sent(callId);
  }
  // What comes again is not acted on again, whatever the clock said when it came first.
  for (const text of every) events.send(text);
  for (const callId of ['right', 'ahead', 'back']) {
    events.send(callEvent('hangup', { callId }));
  }
  await until(
    async () =>
      (await app.evaluate(
        ({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().filter(({ webContents }) =>
            webContents.getURL().startsWith('http'),
          ).length,
      )) === 0 || undefined,
    'the popups to close',
  );
  expect(crm.calls()).toEqual(['right', 'ahead', 'back']);
  expect(receiver.requests).toHaveLength(3);
  await desk.getByText('Connected').first().waitFor();
}, 60_000);
