import { expect, it } from 'vitest';
import { startCrm } from '../support/crm.ts';
import { oneCrmConfig } from '../support/config.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { until } from '../support/until.ts';

it('counts calls, popups and connections of this computer, also on a wall', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const { desk } = await launchRingcue({ config: oneCrmConfig(events.url, { url: crm.url }) });
  await events.connected();
  for (const callId of ['one', 'two']) events.send(callEvent('ringing', { callId }));
  await crm.visited(2);
  events.send(callEvent('answered', { callId: 'one' }));
  events.send(callEvent('hangup', { callId: 'one' }));
  events.send(callEvent('missed', { callId: 'two' }));

  const overview = desk.getByRole('button', { name: 'Overview', exact: true });
  await overview.click();
  await desk.getByText('Calls, popups and deliveries on this computer.').waitFor();
  const figure = (name: string) => desk.getByRole('group', { name, exact: true }).innerText();
  const shows = (name: string, value: string) =>
    until(async () => (await figure(name)).startsWith(`${value}\n`) || undefined, name);
  await shows('Answered', '1');
  await shows('Missed', '1');
  await shows('Popups opened', '2');
  await desk.getByRole('table', { name: 'Popup times' }).waitFor({ state: 'attached' });
  const uptime = desk.getByTestId('uptime');
  await uptime.getByText('Connected', { exact: true }).waitFor();
  await desk.locator('svg .recharts-bar-rectangle path').first().waitFor();
  await screenshot(desk, 'overview');
  await screenshot(desk, 'overview-dark', 'dark');

  // Nothing but the figures, until Escape.
  await desk.getByRole('button', { name: 'Full screen' }).click();
  await desk.getByRole('button', { name: 'Leave full screen' }).waitFor();
  const isFull = () => desk.evaluate(() => document.fullscreenElement !== null);
  await until(async () => (await isFull()) || undefined, 'full screen');
  await screenshot(desk, 'wallboard', 'dark');
  await desk.keyboard.press('Escape');
  await until(async () => !(await isFull()) || undefined, 'the desk again');
  await desk.keyboard.press('F11');
  await until(async () => (await isFull()) || undefined, 'full screen by F11');
  await desk.keyboard.press('F11');
  await until(async () => !(await isFull()) || undefined, 'the desk again by F11');
  await overview.waitFor();
  expect(await desk.getByRole('button', { name: 'Full screen' }).isVisible()).toBe(true);
});
