import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { page, startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

it('finds callers and definitions, saves by keys, and leaves every key to the CRM', async () => {
  const events = await testEventServer();
  const crm = await startCrm({
    '/call': (_request, response) => page(response, '<input aria-label="Note" autofocus>'),
  });
  const folder = temporaryFolder();
  const config = oneCrmConfig(events.url, { url: crm.url });
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(config));
  const { desk, popup } = await launchRingcue({ folder });
  await events.connected();
  events.send(callEvent('ringing', { contactName: 'Grace Hopper' }));
  const [window] = await popup(1);
  const note = window!.getByLabel('Note');
  await note.click();
  await window!.keyboard.press('Control+k');
  await window!.keyboard.press('Control+2');
  // Strokes right after a window opened never reach its page.
  await expect
    .poll(async () => {
      await window!.keyboard.press('?');
      return note.inputValue();
    })
    .toContain('?');
  expect(await desk.getByRole('dialog').count()).toBe(0);
  expect(await desk.getByTestId('call').count()).toBe(1);

  await desk.keyboard.press('Control+k');
  const search = desk.getByRole('combobox', { name: 'Find anything' });
  await screenshot(desk, 'palette-empty');
  await search.fill('hopper');
  await desk.getByRole('option', { name: /^Grace Hopper/ }).waitFor();
  await screenshot(desk, 'palette');
  await screenshot(desk, 'palette-dark', 'dark');
  await desk.keyboard.press('Enter');
  await desk.getByTestId('past-call').filter({ hasText: 'Grace Hopper' }).waitFor();
  expect(await desk.getByRole('searchbox', { name: 'Search calls' }).inputValue()).toContain(
    '20 123',
  );

  await desk.keyboard.press('Control+k');
  await search.fill('crm popups');
  await desk.getByRole('option', { name: /^CRM/ }).waitFor();
  await desk.keyboard.press('Enter');
  await desk.getByRole('dialog', { name: 'Edit popup' }).waitFor();
  await desk.getByRole('textbox', { name: 'Name', exact: true }).fill('Our CRM');
  await desk.keyboard.press('Control+s');
  await desk.getByText('Popup “Our CRM” saved.').waitFor();

  await desk.keyboard.press('?');
  await desk.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await screenshot(desk, 'keys');
  await screenshot(desk, 'keys-dark', 'dark');
});
