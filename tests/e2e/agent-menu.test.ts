import { expect, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

it('lets agents change the language and the shift without the PIN, and keeps it over a restart', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const folder = temporaryFolder();
  const { agent: _agent, ...config } = oneCrmConfig(events.url, { url: crm.url });
  const first = await launchRingcue({
    folder,
    config: {
      ...config,
      settings: {
        adminPin: { salt: 'AAAA', hash: 'AAAA' },
        agentMayChange: ['agent', 'appearance', 'language', 'miniCard'],
      },
    },
  });
  const { desk } = first;
  await desk.getByLabel('Email').fill('grace@example.com');
  await desk.getByRole('button', { name: 'Continue', exact: true }).click();
  await desk.getByRole('button', { name: /^grace@example\.com.*Agent menu$/ }).click();
  await desk.getByRole('switch', { name: 'Mini card' }).waitFor();
  expect(await desk.getByRole('switch', { name: /Notify me/ }).count()).toBe(0);
  for (const width of [1180, 720]) {
    await first.app.evaluate(({ BrowserWindow }, wide) => {
      BrowserWindow.getAllWindows()
        .find((one) => one.webContents.getURL().includes('/desk.html'))
        ?.setContentSize(wide, 780);
    }, width);
    await screenshot(desk, `agent-menu-${width}`);
    await screenshot(desk, `agent-menu-${width}-dark`, 'dark');
  }
  await desk.getByRole('switch', { name: 'Mini card' }).click({ force: true });
  await desk.getByRole('button', { name: 'Switch agent' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Switch agent' });
  await dialog.getByLabel('Your name').fill('Ada');
  await dialog.getByLabel('Extension').fill('1004');
  await screenshot(desk, 'switch-agent');
  await dialog.getByRole('button', { name: 'Switch agent' }).click();
  await desk.getByRole('button', { name: /^Ada.*Agent menu$/ }).click();
  // The new agent's calls pop.
  await events.connected();
  events.send(callEvent('ringing'));
  await first.popup(1);
  await desk.getByRole('combobox', { name: 'Language' }).click();
  await desk.getByRole('option', { name: 'Nederlands' }).click();
  await desk.getByRole('button', { name: /^Ada.*Agentmenu$/ }).waitFor();
  await first.close();

  const again = await launchRingcue({ folder, config });
  const menu = again.desk.getByRole('button', { name: /^Ada.*Agentmenu$/ });
  await menu.click();
  const card = again.desk.getByRole('switch', { name: 'Minikaart' });
  await card.waitFor();
  expect(await card.isChecked()).toBe(false);
});
