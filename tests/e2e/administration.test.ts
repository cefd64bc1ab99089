import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { readConfig } from '../../shared/config/read-config.ts';
import { oneCrmConfig } from '../support/config.ts';
import { startKeyring } from '../support/keyring.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

it('keeps definitions and settings behind a PIN, and lets agents do what they may', async () => {
  const folder = temporaryFolder();
  const document = oneCrmConfig('ws://127.0.0.1:9', { url: 'https://crm.example.com/' });
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(document));
  const first = await launchRingcue({ folder });
  const { desk } = first;
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  await button(desk, 'Settings').click();
  await desk.getByRole('tab', { name: 'Admin' }).click();
  await button(desk, 'Set PIN').click();
  await desk.getByLabel('New PIN').fill('123');
  await button(desk, 'Save PIN').click();
  await desk.getByText('Use at least 4 characters.').first().waitFor();
  await desk.getByLabel('New PIN').fill('2468');
  await button(desk, 'Save PIN').click();
  await desk.getByText('PIN set.', { exact: true }).waitFor();
  expect(readFileSync(path.join(folder, 'config.json'), 'utf8')).not.toContain('2468');
  // Shown as set once it is saved.
  const view = desk.getByRole('checkbox', { name: /^view popups/ });
  await view.click();
  await until(async () => ((await view.isChecked()) ? true : undefined), 'the right to be saved');
  await first.close();

  const agent = (await launchRingcue({ folder })).desk;
  await button(agent, 'Unlock admin').waitFor();
  expect(await button(agent, 'Settings').count()).toBe(0);
  await button(agent, 'Popups').click();
  await agent.getByTestId('popup-row').waitFor();
  expect(await button(agent, 'Add popup').count()).toBe(0);
  expect(await button(agent, 'Edit: CRM').count()).toBe(0);
  await screenshot(agent, 'desk-locked');
  // The page is not believed: the main process refuses it too.
  const refusal = await agent.evaluate(() => window.ringcue.calls['settings.save']({}));
  expect(refusal).toMatchObject({ ok: false });
  await button(agent, 'Unlock admin').click();
  await agent.getByLabel('PIN', { exact: true }).fill('1111');
  await button(agent, 'Unlock').click();
  await agent.getByText('Wrong PIN.').waitFor();
  await agent.getByLabel('PIN', { exact: true }).fill('2468');
  await button(agent, 'Unlock').click();
  await button(agent, 'Settings').waitFor();
  await button(agent, 'Lock admin').click();
  await button(agent, 'Unlock admin').waitFor();
});

it('publishes one file to all computers with its changes, and restores an older revision', async () => {
  const folder = temporaryFolder();
  const file = path.join(temporaryFolder(), 'fleet.json');
  const keyring = await startKeyring();
  const encryption = { key: 'SECRET-FLEET-KEY' };
  const imported = oneCrmConfig('ws://127.0.0.1:9', {
    url: 'https://crm.example.com/',
    encryption,
  });
  const own = temporaryFolder();
  writeFileSync(path.join(own, 'config.json'), JSON.stringify({ version: 3, agent: { id: '1' } }));
  const admin = await launchRingcue({ folder: own, ...keyring });
  const { desk, app } = admin;
  const source = path.join(folder, 'in.json');
  writeFileSync(source, JSON.stringify(imported));
  await app.evaluate(
    ({ dialog }, [open, save]) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [open!] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: save! });
    },
    [source, file],
  );
  const button = (name: string) => desk.getByRole('button', { name, exact: true });
  await button('Settings').click();
  await desk.getByRole('tab', { name: 'Configuration' }).click();
  await button('Import…').click();
  await button('Import').click();
  await desk.getByText('The file was imported.').waitFor();
  await button('Dismiss').click();

  await button('Choose file…').click();
  await desk.getByText('Popups: 1 new').waitFor();
  await desk.getByLabel('Change note').fill('First');
  await button('Publish').click();
  await desk.getByText('Revision 1 published.').waitFor();
  await desk.getByText('No changes to publish.').waitFor();
  const published = readFileSync(file, 'utf8');
  expect(published).not.toContain('SECRET-FLEET-KEY');
  const variable = /RINGCUE_[A-Z0-9_]*KEY/.exec(published)![0];
  expect(readConfig(published, { [variable]: 'abc' })).toMatchObject({
    ok: true,
    value: { revision: 1, popups: [{ encryption: { key: 'abc' } }] },
  });

  for (let revision = 2; revision <= 12; revision += 1) {
    await desk.getByLabel('Change note').fill(`Change ${revision}`);
    await button('Publish').click();
    await desk.getByText(`Revision ${revision} published.`).waitFor();
  }
  expect(await desk.getByTestId('revision').count()).toBe(10);
  await button('Create signing key').click();
  await desk.getByRole('textbox', { name: 'Public key' }).waitFor();
  await screenshot(desk, 'publish');
  await button('Restore revision 3').click();
  await desk.getByText('Current revision: 13.').waitFor();
  // Signed, for a web server that serves the folder.
  expect(readFileSync(`${file}.jws`, 'utf8')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    revision: 13,
    published: { note: 'As revision 3' },
  });
});
