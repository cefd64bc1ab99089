import { expect, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { page, startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { until } from '../support/until.ts';

async function launch() {
  const events = await testEventServer();
  const crm = await startCrm({ '/dial': (_request, response) => page(response, 'ok') });
  const ringcue = await launchRingcue({
    config: oneCrmConfig(
      events.url,
      { url: crm.url },
      { settings: { clickToCall: `${crm.origin}/dial?to={number}`, dialWithoutAsking: true } },
    ),
  });
  await events.connected();
  return { events, crm, ringcue };
}

it('pauses all popups and resumes them, and says so for a call meanwhile', async () => {
  const { events, crm, ringcue } = await launch();
  const { desk } = ringcue;
  await desk.getByRole('button', { name: 'Pause popups', exact: true }).click();
  await desk.getByRole('menuitem', { name: 'Pause for 15 minutes' }).click();
  await desk.getByText(/^Popups are paused until /).waitFor();
  events.send(callEvent('ringing', { callId: 'c1' }));
  await desk.getByText('Popups are paused. Resume them on the desk.').waitFor();
  await screenshot(desk, 'desk-paused');
  await desk.getByRole('button', { name: 'Resume' }).click();
  events.send(callEvent('ringing', { callId: 'c2' }));
  await crm.visited(1);
  expect(crm.visits).toEqual([expect.stringContaining('call=c2')]);
});

it('goes on in the tray when the desk is closed, and comes back with the next start', async () => {
  const { events, crm, ringcue } = await launch();
  await ringcue.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (window.webContents.getURL().includes('/desk')) window.close();
    }
  });
  events.send(callEvent('ringing', { callId: 'c1' }));
  await crm.visited(1);
  await ringcue.app.evaluate(({ app }) => app.emit('second-instance', {}, []));
  await until(
    () =>
      ringcue.app.windows().some((window) => window.url().startsWith('ringcue-app://app/desk')) ||
      undefined,
    'the desk to come back',
  );
});

it('dials the digits of a number from a link, and nothing else', async () => {
  const { crm, ringcue } = await launch();
  const open = (link: string) =>
    ringcue.app.evaluate(
      ({ app }, url) => app.emit('open-url', { preventDefault: () => undefined }, url),
      link,
    );
  await open('tel:+1 (555) 123-4567');
  await crm.visited(1);
  expect(crm.visits).toEqual(['/dial?to=%2B15551234567']);
  await open('tel:1&admin=1');
  await ringcue.desk.getByText('“1&admin=1” is not a number').waitFor();
  expect(crm.visits).toHaveLength(1);
});

it('copies diagnostics without secrets or calls', async () => {
  const { ringcue } = await launch();
  const { desk } = ringcue;
  await desk.getByRole('button', { name: 'Settings' }).click();
  await desk.getByRole('tab', { name: 'Support' }).click();
  await desk.getByRole('button', { name: 'Copy diagnostics' }).click();
  await desk.getByText('Copied.').waitFor();
  const text = await ringcue.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(text).toContain('"phase": "connected"');
  expect(text).not.toContain('/dial');
});
