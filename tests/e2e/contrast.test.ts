import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { oneCrmConfig, type ConfigFile } from '../support/config.ts';
import { paleParts } from '../support/contrast.ts';
import { launchRingcue, type LaunchOptions } from '../support/ringcue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

type Look = (where: string) => Promise<void>;

const button = (desk: Page, name: string) =>
  desk.getByRole('button', { name, exact: true }).first();

/** What a company decides: each setting that there is a field for. */
const decided: ConfigFile['settings'] = {
  language: 'en',
  numberFormat: 'national',
  dispositions: ['Sold'],
  popupLimit: 4,
  keepSessionCookies: true,
  sessionCookieHours: 8,
  clickToCall: 'https://pbx.example.com/dial?to={number}',
  forwardLog: 'syslog+tcp://logs.example.com:514',
  supportName: 'IT service desk',
  supportAddress: 'mailto:it@example.com',
  shortcut: 'CommandOrControl+Shift+R',
  permissions: { 'https://crm.example.com': ['microphone'] },
  network: { caFile: '/etc/ssl/company.pem', proxyUsername: 'ringcue' },
};

const config = (appearance: 'light' | 'dark'): ConfigFile => ({
  ...oneCrmConfig('ws://127.0.0.1:9', { url: 'https://crm.example.com' }),
  webhooks: [{ id: 'w', name: 'Calls', url: 'https://crm.example.com/calls' }],
  settings: { ...decided, appearance },
});

/** Walks with a measure, and collects what is too pale where. */
async function palest(
  options: LaunchOptions,
  walk: (desk: Page, look: Look) => Promise<void>,
): Promise<Record<string, string[]>> {
  const { desk } = await launchRingcue(options);
  await desk.emulateMedia({ reducedMotion: 'reduce' });
  const found: Record<string, string[]> = {};
  await walk(desk, async (where) => {
    const pale = await paleParts(desk);
    if (pale.length > 0) found[where] = pale;
  });
  return found;
}

it.each(['light', 'dark'] as const)(
  'shows what a company decided in letters that can be read, %s',
  async (appearance) => {
    const found = await palest({ config: config(appearance) }, async (desk, look) => {
      await button(desk, 'Settings').click();
      expect(await desk.getByRole('textbox', { name: 'Your name' }).isDisabled()).toBe(true);
      for (const tab of await desk.getByRole('tab').all()) {
        await tab.click();
        await look(`settings: ${await tab.innerText()}`);
      }
    });
    expect(found).toEqual({});
  },
);

it.each(['light', 'dark'] as const)(
  'shows filters, their placeholders and buttons on every page, %s',
  async (appearance) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'config.json'), JSON.stringify(config(appearance)));
    const found = await palest({ folder }, async (desk, look) => {
      for (const page of ['Desk', 'History', 'Overview', 'Flows', 'Rules', 'Sources', 'Log']) {
        await button(desk, page).click();
        await desk.getByRole('main').getByRole('heading').first().waitFor();
        await look(page);
      }
      await button(desk, 'Popups').click();
      await button(desk, 'Edit: CRM').click();
      await desk.getByRole('dialog').getByRole('textbox').first().waitFor();
      await look('Popup editor');
      await button(desk, 'Close').click();
      await button(desk, 'Webhooks').click();
      await desk.getByRole('tab', { name: 'Deliveries' }).click();
      await desk.getByRole('textbox').first().waitFor();
      await look('Deliveries');
    });
    expect(found).toEqual({});
  },
);
