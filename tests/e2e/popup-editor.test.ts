import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { popupInputSchema } from '../../shared/model/popup.ts';
import { receiverSettings } from '../../shared/receivers/receiver-settings.ts';
import type { ConfigFile } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { addParameter } from '../support/popup-parameters.ts';
import { launchRingcue, type Ringcue } from '../support/ringcue.ts';
import { readWith, shownReceiver } from '../support/run-generated.ts';
import { screenshot } from '../support/screens.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const button = (desk: Page, name: string) => desk.getByRole('button', { name, exact: true });
const key = 'correct horse battery staple';

const resize = (ringcue: Ringcue, width: number): Promise<void> =>
  ringcue.app.evaluate(({ BrowserWindow }, wide) => {
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().includes('/desk.html'))
      ?.setContentSize(wide, 800);
  }, width);

async function look(ringcue: Ringcue, name: string): Promise<void> {
  for (const width of [1320, 1000, 720]) {
    await resize(ringcue, width);
    await expect.poll(() => ringcue.desk.evaluate(() => window.innerWidth)).toBe(width);
    await screenshot(ringcue.desk, `${name}-${width}`);
    await screenshot(ringcue.desk, `${name}-${width}-dark`, 'dark');
    // Nothing is cut: no pane is wider than what can be seen of it.
    const cut = await ringcue.desk.evaluate(() =>
      [...document.querySelectorAll('[role="dialog"] form div')]
        // What scrolls shows all it has.
        .filter((one) => !['auto', 'scroll'].includes(getComputedStyle(one).overflowX))
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 200)
        .map((one) => one.className),
    );
    expect(cut).toEqual([]);
  }
  await resize(ringcue, 1320);
}

it('leads from a CRM to its page on an unsaved draft, and reads the URL that it opened', async () => {
  const crm = await startCrm();
  const config = {
    version: 3,
    agent: { name: 'Ada', id: '83', email: 'ada@example.com' },
  } as const;
  const ringcue = await launchRingcue({ config });
  const { desk } = ringcue;
  await button(desk, 'Popups').click();
  await button(desk, 'Add popup').click();
  await desk.getByRole('combobox', { name: 'Start from your CRM' }).click();
  await desk.getByRole('option', { name: 'Vtiger' }).click();
  await desk.getByLabel('Any page of Vtiger').fill('my CRM');
  await button(desk, 'Fill in the URL').click();
  await desk.getByText('Paste the URL of a page of Vtiger').waitFor();
  await desk.getByLabel('Any page of Vtiger').fill(`${crm.origin}/crm/index.php?module=Home`);
  await button(desk, 'Fill in the URL').click();
  await addParameter(desk, 'Caller ID', 'phone');
  await desk.getByRole('switch', { name: 'Enable encryption' }).check();
  await desk.getByLabel('Encryption key').fill(key);
  await desk.getByTestId('preview-plain').filter({ hasText: 'phone=%2B31201234567' }).waitFor();
  await look(ringcue, 'popup-editor-panes');

  await button(desk, 'Test now').click();
  const [visit = ''] = await crm.visited(1);
  expect(visit).toMatch(/^\/crm\/index\.php\?module=Contacts&view=Detail&record=crm-4711&data=/);
  await ringcue.popup(1);
  await desk.getByText('Opened with this call.').waitFor();

  const url = `${crm.origin}${visit}`;
  const decrypt = async (text: string): Promise<void> => {
    await desk.getByLabel('Decrypt this URL').fill(text);
    await button(desk, 'Decrypt').click();
  };
  await decrypt(url);
  await desk.getByTestId('decrypted').filter({ hasText: 'phone = +31201234567' }).waitFor();
  await decrypt('not a URL at all');
  await desk.getByText('This is not a URL.').waitFor();

  // What the editor shows is what the receivers' tests run, and it reads this very URL.
  await desk.getByRole('tab', { name: 'Node.js' }).click();
  const shown = desk.getByTestId('receiver-code').filter({ hasText: 'export function read' });
  const popup = popupInputSchema.parse({ id: 'p', name: 'P', url, encryption: { key } });
  const settings = receiverSettings(popup);
  expect(await shown.textContent()).toBe(shownReceiver('node', settings));
  expect(readWith('node', settings, { RINGCUE_KEY: key })(url)).toEqual({ phone: '+31201234567' });

  await desk.getByLabel('Encryption key').fill('another key');
  await decrypt(url);
  await desk.getByText('The value was not encrypted with this key').waitFor();
  await desk.keyboard.press('Escape');
  await button(desk, 'Discard').click();
  await desk.getByText('No popups yet.').waitFor();
});

const filled = (url: string, language: 'tr' | 'nl'): ConfigFile => ({
  version: 3,
  agent: { name: 'Ada', id: '83' },
  popups: [
    {
      id: 'crm',
      name: 'CRM',
      url,
      parameters: [
        { name: 'phone', field: 'callerNumber', format: 'national' },
        { name: 'campaign', field: 'campaignListName' },
        { name: 'city', field: 'custom.city' },
        { name: 'source', text: 'ringcue {{queueName}}' },
      ],
    },
  ],
  settings: { language },
});

it.each(['tr', 'nl'] as const)('shows the editor in %s at every width', async (language) => {
  const crm = await startCrm();
  const folder = temporaryFolder();
  // The person's own, not the company's: what it says can be edited.
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(filled(crm.url, language)));
  const ringcue = await launchRingcue({ folder });
  await ringcue.desk.evaluate(() => document.fonts.ready.then(() => undefined));
  await ringcue.desk.getByRole('button', { name: /^(Popup’lar|Pop-ups)$/ }).click();
  await ringcue.desk
    .getByRole('button', { name: language === 'tr' ? /^Düzenle: CRM$/ : /^Bewerken: CRM$/ })
    .click();
  await ringcue.desk.getByTestId('preview-plain').filter({ hasText: 'source' }).waitFor();
  await look(ringcue, `popup-editor-panes-${language}`);
});
