import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue, type Ringcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Starts with definitions in the user's own layer, so that they can be edited. */
async function launchWith(document: unknown): Promise<Ringcue> {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(document));
  return launchRingcue({ folder });
}

const manyPopups = (count: number) => ({
  version: 1,
  agent: { name: 'Ada', id: '83' },
  popups: Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    name: `Popup ${index}`,
    url: `https://crm.example.com/${index}`,
  })),
  hooks: Array.from({ length: count }, (_, index) => ({
    id: `h${index}`,
    name: `Hook ${index}`,
    which: { queues: [index % 2 === 0 ? 'Sales' : 'Service'] },
    actions: [{ do: 'popup', popup: `p${index}` }],
  })),
});

const rows = (desk: Page) => desk.getByTestId('popup-row');

it('finds, sorts and pages 500 popups, changes many at once, and takes it back', async () => {
  const { desk } = await launchWith(manyPopups(500));
  await desk.getByRole('button', { name: 'Popups' }).click();
  await desk.getByText('1–25 of 500').waitFor();
  await desk.getByRole('button', { name: 'Next page' }).click();
  await desk.getByText('26–50 of 500').waitFor();
  await desk.getByRole('button', { name: 'Popup', exact: true }).click();
  await rows(desk).first().getByText('Popup 474', { exact: true }).waitFor();
  await desk.getByLabel('Search popups').fill('sales popup 49');
  await desk.getByText('of 500').waitFor({ state: 'detached' });
  expect(await rows(desk).count()).toBe(5);

  await desk.getByLabel('Select all').check();
  await desk.getByText('5 selected').waitFor();
  await screenshot(desk, 'popups-bulk');
  await desk.getByRole('button', { name: 'Switch off' }).click();
  await desk.getByText('5 popups are off.').waitFor();
  expect(await rows(desk).getByText('Off', { exact: true }).count()).toBe(5);
  await desk.getByRole('button', { name: 'Undo' }).click();
  await rows(desk).getByText('On', { exact: true }).nth(4).waitFor();

  await desk.getByLabel('Search popups').fill('');
  await desk.getByText('1–25 of 500').waitFor();
  await desk.getByLabel('Select all').check();
  await desk.getByText('500 selected').waitFor();
  const toolbar = desk.getByRole('toolbar');
  await toolbar.getByRole('button', { name: 'Duplicate' }).click();
  await desk.getByText('1–25 of 1,000').waitFor();
  await desk.getByLabel('Select all').check();
  await toolbar.getByRole('button', { name: 'Delete' }).click();
  await desk.getByText('1,000 popups will be deleted permanently.').waitFor();
  await desk.getByRole('button', { name: 'OK', exact: true }).click();
  await desk.getByText('No popups yet.').waitFor();
  await desk.getByRole('button', { name: 'Undo' }).last().click();
  await desk.getByText('1–25 of 1,000').waitFor();
});

it('pauses a popup and resumes it; a call meanwhile says why nothing came', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const { desk } = await launchWith(oneCrmConfig(events.url, { url: crm.url }));
  await events.connected();
  await desk.getByRole('button', { name: 'Popups' }).click();
  const more = desk.getByRole('button', { name: 'More: CRM' });
  await more.click();
  await desk.getByRole('menuitem', { name: 'Pause until resumed' }).click();
  await rows(desk).getByText('Paused').waitFor();
  events.send(callEvent('ringing', { callId: 'paused' }));
  await desk.getByRole('button', { name: 'Desk' }).click();
  await desk.getByText('The popup is paused.').waitFor();
  await desk.getByRole('button', { name: 'Popups' }).click();
  await more.click();
  await desk.getByRole('menuitem', { name: 'Resume' }).click();
  await rows(desk).getByText('On', { exact: true }).waitFor();
  events.send(callEvent('ringing', { callId: 'resumed' }));
  await crm.visited(1);
  expect(crm.visits[0]).toContain('call=resumed');
});

it('makes a hook with filters, says what it does, tries it, and it works', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const base = oneCrmConfig(events.url, { url: crm.url });
  const ringcue = await launchWith({ ...base, hooks: [] });
  const { desk } = ringcue;
  await events.connected();
  await desk.getByRole('button', { name: 'Hooks' }).click();
  await desk.getByText('No hooks yet.').waitFor();
  await desk.getByRole('button', { name: 'Add hook' }).click();
  await desk.getByRole('textbox', { name: 'Name', exact: true }).fill('VIP');
  await desk.getByRole('button', { name: 'Add test' }).click();
  await desk.getByRole('combobox', { name: 'Call field' }).fill('callerNumber');
  await desk.getByRole('combobox', { name: 'Comparison' }).click();
  await desk.getByRole('option', { name: 'matches the pattern' }).click();
  await desk.getByLabel('Value', { exact: true }).fill('^\\+(31');
  await desk.getByRole('combobox', { name: 'Opens' }).click();
  await desk.getByRole('option', { name: 'CRM' }).click();
  await desk.keyboard.press('Escape');
  await desk.getByTestId('hook-sentence').getByText('opens CRM.').waitFor();
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByText('This is no pattern that can be used').first().waitFor();
  await desk.getByLabel('Value', { exact: true }).fill('^\\+(31|90)');
  await desk.getByRole('button', { name: 'Try this hook' }).click();
  await desk.getByRole('button', { name: 'Try', exact: true }).click();
  await desk.getByTestId('verdict').getByText('It fires.').waitFor();
  await screenshot(desk, 'hook-editor');
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByTestId('hook').getByText('VIP').waitFor();
  await screenshot(desk, 'hooks');

  events.send(callEvent('ringing', { callId: 'other', callerNumber: '+4930123' }));
  events.send(callEvent('ringing', { callId: 'vip', callerNumber: '+31201234567' }));
  await crm.visited(1);
  expect(crm.visits[0]).toContain('call=vip');
  expect(ringcue.log()).toContain('reason="condition"');

  await desk.getByRole('switch', { name: 'Hook VIP is on' }).click({ force: true });
  await desk.getByText('The hook is off.').waitFor();
  await desk.getByRole('button', { name: 'Try the hooks on a call' }).click();
  await desk.getByRole('button', { name: 'Try', exact: true }).click();
  await desk.getByTestId('verdict').getByText('It is switched off.').waitFor();
});

it('keeps both versions safe when a definition changes while it is being edited', async () => {
  const { desk } = await launchWith(manyPopups(1));
  await desk.getByRole('button', { name: 'Popups' }).click();
  await desk.getByRole('button', { name: 'Edit: Popup 0' }).click();
  await desk.getByRole('textbox', { name: 'Name', exact: true }).fill('Mine');
  await desk.evaluate(() =>
    window.ringcue.calls['definitions.change']({ do: 'disable', part: 'popups', ids: ['p0'] }),
  );
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByText('changed or deleted elsewhere').waitFor();
  await desk.getByRole('button', { name: 'Save' }).click();
  await rows(desk).getByText('Mine').waitFor();
  await rows(desk).getByText('On', { exact: true }).waitFor();
});
