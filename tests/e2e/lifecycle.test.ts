import { expect, it } from 'vitest';
import { oneCrmConfig, type ConfigFile } from '../support/config.ts';
import { page, startCrm, type Crm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue, type Ringcue } from '../support/ringcue.ts';
import { popupTitles } from '../support/typed-window.ts';
import { until } from '../support/until.ts';

type Window = NonNullable<NonNullable<ConfigFile['popups']>[number]['window']>;

const grace = { id: '84', customId: 'A-84', email: 'grace@example.com', extension: '1005' };

async function launch(window: Window, settings: ConfigFile['settings'] = {}) {
  const events = await testEventServer();
  const crm = await startCrm({
    '/call': (request, response) =>
      page(response, `<h1>CRM</h1><p>${request.url ?? ''}</p><textarea id="note"></textarea>`),
  });
  const ringcue = await launchRingcue({
    config: oneCrmConfig(events.url, { url: crm.url, window }, { settings }),
  });
  await events.connected();
  let time = 0;
  // One after the other, as a call goes, and not all in one millisecond, as a test would.
  const send = (stage: string, callId: string, data: Readonly<Record<string, unknown>> = {}) =>
    events.send({
      ...callEvent(stage, { callId, callerNumber: numberOf(callId), ...data }),
      time: new Date((time = Math.max(time + 10, Date.now()))).toISOString(),
    });
  return { ringcue, crm, send, events };
}

/** c1 calls from +31201234561. */
const numberOf = (callId: string): string => `+3120123456${callId.slice(1)}`;
const shownOf = (callId: string): string => `+31 20 123 456${callId.slice(1)}`;

const titles = (ringcue: Ringcue, count: number): Promise<string[]> =>
  until(async () => {
    const found = await popupTitles(ringcue.app);
    return found.length === count ? found : undefined;
  }, `${count} popups`);

const arrived = (crm: Crm, callId: string): Promise<unknown> =>
  until(
    () => crm.visits.some((visit) => visit.includes(`call=${callId}`)) || undefined,
    `the page of ${callId}`,
  );

async function write(ringcue: Ringcue, callId: string, text: string): Promise<void> {
  const popup = await until(
    () => ringcue.popups().find((one) => one.url().includes(`call=${callId}`)),
    `the popup of ${callId}`,
  );
  await popup.locator('#note').click();
  await popup.locator('#note').pressSequentially(text);
  await ringcue.logged(/popup edited/);
}

it('closes on hangup, but never a page that something was written into', async () => {
  const { ringcue, send, crm } = await launch({ close: { when: 'hangup' } });
  send('ringing', 'c1');
  send('ringing', 'c2');
  await arrived(crm, 'c1');
  await arrived(crm, 'c2');
  await titles(ringcue, 2);
  await write(ringcue, 'c2', 'An order');
  send('answered', 'c1');
  send('hangup', 'c1');
  expect(await titles(ringcue, 1)).toEqual([`${shownOf('c2')} – Sales – CRM`]);
  send('hangup', 'c2');
  await ringcue.logged(/popup kept/);
  expect(await popupTitles(ringcue.app)).toHaveLength(1);
});

it('closes after wrap-up, told by a disposition or by the agent’s state', async () => {
  const { ringcue, send, events } = await launch({ close: { when: 'wrapup' } });
  for (const callId of ['c1', 'c2']) {
    send('ringing', callId);
    send('answered', callId);
    send('hangup', callId);
  }
  await titles(ringcue, 2);
  send('disposition', 'c1', { disposition: 'Sold' });
  expect(await titles(ringcue, 1)).toEqual([`${shownOf('c2')} – Sales – CRM`]);
  const agentState = (state: string) =>
    events.send({ ...callEvent('x'), type: 'agent.state', data: { agent: { id: '83' }, state } });
  agentState('After call work');
  agentState('Ready');
  await titles(ringcue, 0);
});

it('closes some seconds after it opened, and stays for ever where it is set so', async () => {
  const timed = await launch({ close: { when: 'after', seconds: 1 } });
  timed.send('ringing', 'c1');
  await arrived(timed.crm, 'c1');
  await titles(timed.ringcue, 0);
  await timed.ringcue.close();
  const staying = await launch({ close: { when: 'never' } });
  staying.send('ringing', 'c1');
  await titles(staying.ringcue, 1);
  staying.send('hangup', 'c1');
  staying.send('ringing', 'c2');
  await titles(staying.ringcue, 2);
});

it('uses one window for all calls, but a second one where something was written', async () => {
  const { ringcue, send, crm } = await launch({ target: 'reused' });
  send('ringing', 'c1');
  await arrived(crm, 'c1');
  send('ringing', 'c2');
  await arrived(crm, 'c2');
  // The title changes with the page.
  await until(
    async () => (await titles(ringcue, 1))[0] === `${shownOf('c2')} – Sales – CRM` || undefined,
    'the title of the second call',
  );
  await write(ringcue, 'c2', 'An order');
  send('ringing', 'c3');
  await arrived(crm, 'c3');
  expect(await titles(ringcue, 2)).toEqual([
    `${shownOf('c2')} – Sales – CRM`,
    `${shownOf('c3')} – Sales – CRM`,
  ]);
  await ringcue.desk.getByText('has unsaved input').waitFor();
  const first = ringcue.popups().find((one) => one.url().includes('call=c2'));
  expect(await first?.locator('#note').inputValue()).toBe('An order');
});

it('opens the system’s browser where that is set', async () => {
  const { ringcue, send } = await launch({ target: 'browser' });
  await ringcue.app.evaluate(({ shell }) => {
    shell.openExternal = (url) => {
      Reflect.set(globalThis, 'opened', url);
      return Promise.resolve();
    };
  });
  send('ringing', 'c1');
  await until(
    () => ringcue.app.evaluate(() => Reflect.get(globalThis, 'opened') as string | undefined),
    'the browser',
  );
  expect(await popupTitles(ringcue.app)).toEqual([]);
});

it('stays when a colleague comes into a call that was answered here', async () => {
  const { ringcue, send, crm } = await launch({});
  // Answered here: a colleague who comes in later takes nothing away.
  send('ringing', 'c3');
  send('answered', 'c3');
  send('answered', 'c3', { agent: grace });
  await arrived(crm, 'c3');
  send('ringing', 'c4');
  expect(await titles(ringcue, 2)).toHaveLength(2);
});

it('opens for the second agent of a hunt group, and for a call that is handed over', async () => {
  const { ringcue, send, crm } = await launch({});
  // The hunt group tries Grace first; her miss is not the end for Ada.
  send('ringing', 'c1', { agent: grace });
  send('missed', 'c1', { agent: grace });
  send('ringing', 'c1');
  await arrived(crm, 'c1');
  expect(await titles(ringcue, 1)).toEqual([`${shownOf('c1')} – Sales – CRM`]);
  // Grace talks, asks Ada to take over, and stays on the line until Ada answers.
  send('ringing', 'c2', { agent: grace });
  send('answered', 'c2', { agent: grace });
  send('ringing', 'c2');
  await arrived(crm, 'c2');
  send('bridged', 'c2', { agent: grace });
  send('answered', 'c2');
  send('transferred', 'c2', { agent: grace });
  send('ringing', 'c3');
  await arrived(crm, 'c3');
  expect(await titles(ringcue, 3)).toHaveLength(3);
});

it('opens no popup where all windows are in use, until a person asks for it', async () => {
  const { ringcue, send, crm } = await launch({}, { popupLimit: 1 });
  send('ringing', 'c1');
  await arrived(crm, 'c1');
  await write(ringcue, 'c1', 'x');
  send('ringing', 'c2');
  await ringcue.desk.getByText('The popup limit (1) is reached').waitFor();
  const c2 = ringcue.desk.getByTestId('call').filter({ hasText: 'The popup limit (1) is reached' });
  await c2.getByRole('button', { name: /^Open popup/ }).click();
  await arrived(crm, 'c2');
  await titles(ringcue, 2);
});

it('closes all popups at once, and asks about the one with input', async () => {
  const { ringcue, send, crm } = await launch({});
  send('ringing', 'c1');
  send('ringing', 'c2');
  await arrived(crm, 'c1');
  await arrived(crm, 'c2');
  await titles(ringcue, 2);
  await ringcue.desk.getByRole('button', { name: 'Close all popups' }).click();
  await titles(ringcue, 0);
});

it('brings popups back from a display that is gone', async () => {
  const { ringcue, send, crm } = await launch({});
  send('ringing', 'c1');
  await arrived(crm, 'c1');
  await titles(ringcue, 1);
  await ringcue.app.evaluate(({ screen }) => {
    const primary = screen.getPrimaryDisplay();
    // What the system says when the right one of two monitors is pulled out under the popup.
    const right = {
      ...primary,
      workArea: { x: -900, y: 0, width: 800, height: 600 },
      bounds: { x: -900, y: 0, width: 800, height: 600 },
    };
    screen.getPrimaryDisplay = () => right;
    screen.getAllDisplays = () => [right];
    screen.emit('display-removed', {}, primary);
  });
  // The window manager has its say: bounds are what it granted, some moments later.
  const left = (): Promise<number> =>
    ringcue.app.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .find((window) => window.webContents.getURL().startsWith('http'))
          ?.getBounds().x ?? 0,
    );
  await until(async () => (await left()) < 0 || undefined, 'the popup on the display that is left');
});

it('lists 50 calls of the very same moment', async () => {
  const { ringcue, events } = await launch({ target: 'browser' });
  await ringcue.app.evaluate(({ shell }) => {
    shell.openExternal = () => Promise.resolve();
  });
  events.send(
    Array.from({ length: 50 }, (_, index) => callEvent('ringing', { callId: `all${index}` })),
  );
  await until(async () => (await ringcue.desk.getByTestId('call').count()) === 50, '50 cards');
  // Only so many tabs open at once; each card says what became of its popup.
  const told = ringcue.desk.getByRole('button', { name: /^Reopen/ });
  const popups = told.or(ringcue.desk.getByText(/^Not opened: /));
  await until(async () => (await popups.count()) === 50, '50 popups');
  expect(await ringcue.desk.getByTestId('recent').count()).toBe(0);
});

it('leaves a call over that is over, whatever still comes of it', async () => {
  const { ringcue, send, crm, events } = await launch({ close: { when: 'hangup' } });
  const earlier = new Date(Date.now() - 5_000).toISOString();
  send('ringing', 'c1');
  await arrived(crm, 'c1');
  send('hangup', 'c1');
  expect(await titles(ringcue, 0)).toEqual([]);
  events.send({ ...callEvent('answered', { callId: 'c1' }), time: earlier });
  events.send({ ...callEvent('ringing', { callId: 'c1', agent: grace }), time: earlier });
  send('wrapup', 'c1');
  send('dtmf', 'c1', { dtmf: '1' });
  send('hangup', 'c1');
  send('ringing', 'c2');
  await arrived(crm, 'c2');
  expect(await titles(ringcue, 1)).toEqual([`${shownOf('c2')} – Sales – CRM`]);
  await until(async () => (await ringcue.desk.getByTestId('call').count()) === 1, 'one call');
  expect(crm.visits).toHaveLength(2);
});

it('goes on when the clock of this computer is set back', async () => {
  const { ringcue, events, crm } = await launch({ close: { when: 'hangup' } });
  const send = (stage: string, callId: string, hoursAgo: number) =>
    events.send({
      ...callEvent(stage, { callId, callerNumber: numberOf(callId) }),
      time: new Date(Date.now() - hoursAgo * 3_600_000).toISOString(),
    });
  send('ringing', 'c1', 0);
  await arrived(crm, 'c1');
  await ringcue.app.evaluate(() => {
    const real = Date.now.bind(Date);
    Date.now = () => real() - 3_600_000;
  });
  // The call centre's clock is right, and an hour ahead now.
  send('ringing', 'c2', 0);
  await arrived(crm, 'c2');
  // And here is one whose clock was set back, too.
  send('ringing', 'c3', 1);
  await arrived(crm, 'c3');
  await titles(ringcue, 3);
  send('hangup', 'c1', 0);
  send('hangup', 'c3', 1);
  expect(await titles(ringcue, 1)).toEqual([`${shownOf('c2')} – Sales – CRM`]);
  await ringcue.desk.getByRole('button', { name: 'Log', exact: true }).click();
  await ringcue.desk
    .getByTestId('log-row')
    .filter({ hasText: numberOf('c3') })
    .first()
    .waitFor();
});
