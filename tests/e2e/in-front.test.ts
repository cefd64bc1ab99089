import { expect, it } from 'vitest';
import { startBareApp } from '../support/bare-app.ts';
import { oneCrmConfig } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { useOwnDesktop } from '../support/own-desktop.ts';
import { countWindows, titleOnTop } from '../support/typist.ts';
import { until } from '../support/until.ts';

useOwnDesktop();

async function bothOnScreen(popup: string): Promise<void> {
  await until(() => countWindows('^Ringcue$', true) > 0 || undefined, 'the desk');
  await until(() => countWindows(popup, true) > 0 || undefined, 'the popup');
}

it('shows the first popup of the demo in front of the desk', async () => {
  startBareApp(undefined, ['--demo']);
  await bothOnScreen('Demo CRM$');
  await until(() => titleOnTop().endsWith('Demo CRM') || undefined, 'it in front');
});

it('shows a popup in front that opens while the desk is still starting', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  startBareApp(oneCrmConfig(events.url, { url: crm.url }));
  await events.connected();
  events.send(callEvent('ringing', { callId: 'early' }));
  await bothOnScreen(' – CRM$');
  await until(() => titleOnTop().endsWith(' – CRM') || undefined, 'it in front');
  expect(countWindows(' – CRM$', true)).toBe(1);
});
