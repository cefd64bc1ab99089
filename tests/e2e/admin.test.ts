import { readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { catalogues } from '../../shared/text/catalogues.ts';
import { readConfig } from '../../shared/config/read-config.ts';
import { oneCrmConfig } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { startKeyring } from '../support/keyring.ts';
import { callCenterStudio } from '../support/reference.ts';
import { addAllFields } from '../support/popup-parameters.ts';
import { launchRingcue, type Ringcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Starts with definitions in the user's own layer, so that they can be edited. */
async function launchWith(
  document: unknown,
  keyring?: { args: readonly string[]; env: Readonly<Record<string, string>> },
): Promise<Ringcue> {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(document));
  return launchRingcue({ folder, ...keyring });
}

const manyPopups = (count: number) => ({
  version: 3,
  agent: { name: 'Ada', id: '83' },
  popups: Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    name: `Popup ${index}`,
    url: `https://crm.example.com/${index}`,
  })),
  rules: Array.from({ length: count }, (_, index) => ({
    id: `h${index}`,
    name: `Rule ${index}`,
    which: { queues: [index % 2 === 0 ? 'Sales' : 'Service'] },
    actions: [{ do: 'popup', popup: `p${index}` }],
  })),
});

const rows = (desk: Page) => desk.getByTestId('popup-row');

const { nl, tr } = catalogues;
it('finds, sorts and pages 500 popups, changes many at once, and takes it back', async () => {
  const { desk } = await launchWith(manyPopups(500));
  await desk.getByRole('button', { name: 'Popups', exact: true }).click();
  await desk.getByText('1–25 of 500').waitFor();
  await desk.getByRole('button', { name: 'Next page' }).click();
  await desk.getByText('26–50 of 500').waitFor();
  await desk.getByRole('button', { name: 'Popup', exact: true }).click();
  await rows(desk).first().getByText('Popup 474', { exact: true }).waitFor();
  await desk.getByLabel('Search popups').fill('popup 49');
  await desk.getByLabel('Search queues').fill('sales');
  await desk.getByText('of 500').waitFor({ state: 'detached' });
  // The first search alone leaves 15, for a moment.
  await rows(desk).nth(5).waitFor({ state: 'detached' });
  expect(await rows(desk).count()).toBe(5);

  await desk.getByLabel('Select all').check();
  await desk.getByText('5 selected').waitFor();
  await screenshot(desk, 'popups-bulk');
  await desk.getByRole('button', { name: 'Turn off' }).click();
  await desk.getByText('5 turned off.').waitFor();
  // The answer may be here before the state that follows from it.
  await rows(desk).getByText('Off', { exact: true }).nth(4).waitFor();
  await desk.getByRole('button', { name: 'Undo' }).click();
  await rows(desk).getByText('On', { exact: true }).nth(4).waitFor();

  await desk.getByLabel('Search popups').fill('');
  await desk.getByLabel('Search queues').fill('');
  await desk.getByText('1–25 of 500').waitFor();
  await desk.getByLabel('Select all').check();
  await desk.getByText('500 selected').waitFor();
  const toolbar = desk.getByRole('toolbar');
  await toolbar.getByRole('button', { name: 'Duplicate' }).click();
  await desk.getByText('1–25 of 1,000').waitFor();
  await desk.getByLabel('Select all').check();
  await toolbar.getByRole('button', { name: 'Delete' }).click();
  await desk.getByText('Delete 1,000 popups?').waitFor();
  const question = desk.getByRole('dialog', { name: 'Delete popup' });
  await question.getByRole('button', { name: 'Delete', exact: true }).click();
  await desk.getByText('No popups yet.').waitFor();
  await desk.getByRole('button', { name: 'Undo' }).last().click();
  await desk.getByText('1–25 of 1,000').waitFor();
});

it('pauses a popup and resumes it; a call meanwhile says why nothing came', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const { desk } = await launchWith(oneCrmConfig(events.url, { url: crm.url }));
  await events.connected();
  await desk.getByRole('button', { name: 'Popups', exact: true }).click();
  const more = desk.getByRole('button', { name: 'More: CRM' });
  await more.click();
  await desk.getByRole('menuitem', { name: 'Pause until I resume' }).click();
  await rows(desk).getByText('Paused').waitFor();
  events.send(callEvent('ringing', { callId: 'paused' }));
  await desk.getByRole('button', { name: 'Desk' }).click();
  await desk.getByText('The popup is paused.').waitFor();
  await desk.getByRole('button', { name: 'Popups', exact: true }).click();
  await more.click();
  await desk.getByRole('menuitem', { name: 'Resume' }).click();
  await rows(desk).getByText('On', { exact: true }).waitFor();
  events.send(callEvent('ringing', { callId: 'resumed' }));
  await crm.visited(1);
  expect(crm.visits[0]).toContain('call=resumed');
});

it('makes a rule with filters, says what it does, tries it, and it works', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const base = oneCrmConfig(events.url, { url: crm.url });
  const ringcue = await launchWith({ ...base, rules: [] });
  const { desk } = ringcue;
  await events.connected();
  await desk.getByRole('button', { name: 'Rules', exact: true }).click();
  await desk.getByText('No rules yet.').waitFor();
  await desk.getByRole('button', { name: 'Add rule' }).click();
  await desk.getByRole('textbox', { name: 'Name', exact: true }).fill('VIP');
  await desk.getByRole('button', { name: 'Add condition' }).click();
  await desk.getByRole('combobox', { name: 'Call field' }).fill('callerNumber');
  await desk.getByRole('combobox', { name: 'Comparison' }).click();
  await desk.getByRole('option', { name: 'matches regex' }).click();
  await desk.getByLabel('Value', { exact: true }).fill('^\\+(31');
  await desk.getByRole('button', { name: 'Create…' }).click();
  await desk.getByRole('menuitem', { name: 'Add webhook' }).click();
  const inner = desk.getByRole('dialog', { name: 'Add webhook' });
  await inner.getByRole('textbox', { name: 'Name', exact: true }).fill('Told as well');
  await inner.getByRole('textbox', { name: 'URL' }).fill('http://127.0.0.1:9/told');
  await inner.getByRole('button', { name: 'Save' }).click();
  await desk.getByTestId('rule-sentence').getByText('send “Told as well”').waitFor();
  await desk.getByRole('combobox', { name: 'Actions, in order' }).click();
  await desk.getByRole('option', { name: 'CRM' }).click();
  await desk.keyboard.press('Escape');
  await desk
    .getByTestId('rule-sentence')
    .getByText('send “Told as well”, then open “CRM”.')
    .waitFor();
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByText('This regex is not supported').first().waitFor();
  await desk.getByLabel('Value', { exact: true }).fill('^\\+(31|90)');
  await desk.getByRole('button', { name: 'Test this rule' }).click();
  await desk.getByRole('button', { name: 'Run test', exact: true }).click();
  await desk.getByTestId('verdict').getByText('Match.').waitFor();
  await screenshot(desk, 'rule-editor');
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByTestId('rule').getByText('VIP').waitFor();
  await screenshot(desk, 'rules');

  events.send(callEvent('ringing', { callId: 'other', callerNumber: '+4930123' }));
  events.send(callEvent('ringing', { callId: 'vip', callerNumber: '+31201234567' }));
  await crm.visited(1);
  expect(crm.visits[0]).toContain('call=vip');
  await ringcue.logged(/reason="condition"/);

  await desk.getByRole('switch', { name: 'Rule VIP' }).click({ force: true });
  await desk.getByText('Rule turned off.').waitFor();
  await desk.getByRole('button', { name: 'Test rules with a call' }).click();
  await desk.getByRole('button', { name: 'Run test', exact: true }).click();
  await desk.getByTestId('verdict').getByText('The rule is turned off.').waitFor();
});

it('keeps both versions safe when a definition changes while it is being edited', async () => {
  const { desk } = await launchWith(manyPopups(1));
  await desk.getByRole('button', { name: 'Popups', exact: true }).click();
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

it('tests a connection step by step, before anything is saved', async () => {
  const events = await testEventServer();
  const ringcue = await launchRingcue({ folder: await withAgent() });
  const { desk } = ringcue;
  await desk.getByRole('button', { name: 'Sources' }).click();
  await desk.getByRole('button', { name: 'Add source' }).click();
  const address = desk.getByLabel('Server URL');
  const run = desk.getByRole('button', { name: 'Test connection' });
  await address.fill('ws://nowhere.invalid/events');
  await run.click();
  await desk.getByTestId('step-name').getByText('cannot be').waitFor();
  await address.fill('ws://127.0.0.1:1/events');
  await run.click();
  await desk.getByTestId('step-reach').getByText('Nothing answers at this address').waitFor();
  await address.fill(events.url);
  await run.click();
  await events.connected();
  events.send(callEvent('ringing'));
  await desk.getByTestId('step-message').getByText('received and read').waitFor();
  await screenshot(desk, 'source-test');
  await run.click();
  await desk.getByText('no message within 3 seconds').waitFor();
});

it('exports what is configured, with its keys only behind a passphrase, and imports it elsewhere', async () => {
  const keyring = await startKeyring();
  const first = await launchWith(manyPopups(3), keyring);
  const file = path.join(temporaryFolder(), 'export.json');
  await answerDialogs(first, file);
  await first.desk.evaluate(() =>
    window.ringcue.calls['popup.save']({
      popup: {
        id: 'secret',
        name: 'Secret popup',
        enabled: true,
        url: 'https://crm.example.com',
        parameters: [],
        whenEmpty: 'drop',
        window: {
          target: 'window',
          close: { when: 'never', seconds: 60, elsewhere: true },
          focus: 'show',
          width: 800,
          height: 600,
        },
        signIn: { origins: [], loginPaths: [] },
        encryption: {
          method: 'aes256cbc',
          key: 'the key of the CRM',
          keyForm: 'passphrase',
          iv: 'random',
          scope: 'query',
          parameter: 'data',
          encoding: 'base64url',
        },
      },
      rules: [],
      expected: 'any',
    }),
  );
  const settings = async ({ desk }: Ringcue): Promise<void> => {
    await desk.getByRole('button', { name: 'Settings' }).click();
    await desk.getByRole('tab', { name: 'Configuration' }).click();
  };
  await settings(first);
  const exportWith = async (passphrase?: string): Promise<string> => {
    await first.desk.getByRole('button', { name: 'Export…' }).click();
    if (passphrase !== undefined) {
      await first.desk.getByRole('switch', { name: 'Include keys and tokens' }).check();
      const field = first.desk.getByLabel('Passphrase', { exact: true });
      await field.fill('short');
      await first.desk.getByRole('button', { name: 'Save file…' }).click();
      await first.desk.getByText('Use at least 12 characters').first().waitFor();
      await field.fill(passphrase);
    }
    await first.desk.getByRole('button', { name: 'Save file…' }).click();
    await first.desk.getByRole('dialog').waitFor({ state: 'detached' });
    return readFileSync(file, 'utf8');
  };
  const plain = await exportWith();
  expect(plain).not.toContain('the key of the CRM');
  expect(readConfig(plain, {}).ok).toBe(true);
  const sealed = await exportWith('correct horse battery');
  expect(sealed).not.toContain('the key of the CRM');
  await first.close();

  const second = await launchWith(
    {
      version: 3,
      agent: { id: '84' },
      popups: [{ id: 'p0', name: 'Old', url: 'https://x.example' }],
    },
    keyring,
  );
  await answerDialogs(second, file);
  await settings(second);
  await second.desk.getByRole('button', { name: 'Import…' }).click();
  const diff = second.desk.getByTestId('config-changes');
  await diff.getByText('Popups: 3 new').waitFor();
  await diff.getByText('Popups: 1 changed').waitFor();
  await diff.getByText('https://x.example', { exact: true }).waitFor();
  await screenshot(second.desk, 'import');
  const passphrase = second.desk.getByLabel('File passphrase');
  await passphrase.fill('wrong passphrase');
  await second.desk.getByRole('button', { name: 'Import', exact: true }).click();
  await second.desk.getByText('The passphrase is wrong').first().waitFor();
  await passphrase.fill('correct horse battery');
  await second.desk.getByRole('button', { name: 'Import', exact: true }).click();
  await second.desk.getByText('The file was imported.').waitFor();
  await second.desk.getByRole('button', { name: 'Popups', exact: true }).click();
  await rows(second.desk).nth(3).waitFor();
  expect(await second.desk.getByText('Encryption key missing').count()).toBe(0);
  await second.desk.getByRole('button', { name: 'Undo' }).click();
  await rows(second.desk).getByText('Old').waitFor();
  expect(await rows(second.desk).count()).toBe(1);
});

it('speaks Turkish and Dutch, at once and after a restart', async () => {
  const folder = await withAgent();
  const { desk, close } = await launchRingcue({ folder });
  await desk.getByRole('button', { name: 'Settings' }).click();
  await desk.getByRole('tab', { name: 'General' }).click();
  const choose = async (label: string, option: string): Promise<void> => {
    await desk.getByRole('combobox', { name: label }).click();
    await desk.getByRole('option', { name: option }).click();
  };
  await choose('Language', 'Türkçe');
  await desk.getByRole('heading', { name: tr['settings.title'] }).first().waitFor();
  await screenshot(desk, 'settings-tr');
  await choose(tr['settings.language'], 'Nederlands');
  await desk.getByRole('heading', { name: nl['settings.title'] }).first().waitFor();
  expect(await desk.evaluate(() => document.documentElement.lang)).toBe('nl');
  await close();
  const again = await launchRingcue({ folder });
  await again.desk.getByRole('button', { name: nl['nav.popups'], exact: true }).waitFor();
  await screenshot(again.desk, 'desk-nl');
  // What the main process says, too.
  await again.desk.getByRole('button', { name: nl['nav.sources'] }).click();
  await again.desk.getByRole('button', { name: nl['sources.add'] }).click();
  await again.desk.getByLabel(nl['sources.url']).fill('ws://127.0.0.1:1/events');
  await again.desk.getByRole('button', { name: nl['connectionTest.run'] }).click();
  await again.desk.getByText('Op dit adres antwoordt niets.').waitFor();
});

it('takes a newcomer from the empty app to a popup on a test call in nine steps', async () => {
  const crm = await startCrm();
  const ringcue = await launchRingcue();
  const { desk } = ringcue;
  const steps: (() => Promise<unknown>)[] = [
    () => desk.getByLabel('Email').fill('ada@example.com'),
    () => desk.getByRole('button', { name: 'Continue', exact: true }).click(),
    () => desk.getByRole('button', { name: 'Popups', exact: true }).click(),
    () => desk.getByRole('button', { name: 'Add popup' }).click(),
    () => desk.getByRole('textbox', { name: 'Name', exact: true }).fill('CRM'),
    () => desk.getByRole('textbox', { name: 'URL', exact: true }).fill(crm.url),
    () => desk.getByRole('button', { name: 'Save' }).click(),
    () => desk.getByRole('button', { name: 'More: CRM' }).click(),
    () => desk.getByRole('menuitem', { name: 'Test with a sample call' }).click(),
  ];
  expect(steps.length).toBeLessThan(12);
  for (const step of steps) await step();
  await crm.visited(1);
  await ringcue.popup(1);
});

it('keeps each of the 27 fields of Call Center Studio over a restart', async () => {
  const keyring = await startKeyring();
  const folder = await withAgent();
  const first = await launchRingcue({ folder, ...keyring });
  await first.desk.getByRole('button', { name: 'Popups', exact: true }).click();
  await first.desk.getByRole('button', { name: 'Add popup' }).click();
  const field = (desk: Page, label: string) =>
    ['Name', 'Url'].includes(label)
      ? desk.getByRole('textbox', { name: label === 'Url' ? 'URL' : label, exact: true })
      : desk.getByLabel(`Parameter for ${label}`, { exact: true });
  const values = callCenterStudio.fields
    .map(({ label }) => label)
    .filter((label) => !label.includes('Encryption'))
    .map((label) => [label, label === 'Url' ? 'https://crm.example.com/x' : `p ${label}`] as const);
  expect(values).toHaveLength(24);
  await addAllFields(first.desk);
  for (const [label, value] of values) await field(first.desk, label).fill(value);
  await first.desk.getByRole('switch', { name: 'Enable encryption' }).check();
  await first.desk.getByLabel('Encryption key').fill('a long passphrase');
  expect(await first.desk.getByLabel('Encryption method').first().inputValue()).toBe('aes256cbc');
  await first.desk.getByRole('button', { name: 'Save' }).click();
  await rows(first.desk).first().waitFor();
  await first.close();

  const second = await launchRingcue({ folder, ...keyring });
  await second.desk.getByRole('button', { name: 'Popups', exact: true }).click();
  await second.desk.getByRole('button', { name: 'Edit: p Name' }).click();
  for (const [label, value] of values) {
    expect(await field(second.desk, label).inputValue()).toBe(value);
  }
  await second.desk.getByText('Saved. Enter a new value to replace it.').waitFor();
  expect(await second.desk.getByLabel('Encryption method').first().inputValue()).toBe('aes256cbc');
  expect(await second.desk.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
});

/** A data folder that already has an agent. */
async function withAgent(): Promise<string> {
  const folder = temporaryFolder();
  const document = { version: 3, agent: { name: 'Ada', id: '83' } };
  await writeFile(path.join(folder, 'config.json'), JSON.stringify(document));
  return folder;
}

/** The system's file dialogs cannot be clicked by a test: they answer with this file. */
const answerDialogs = (ringcue: Ringcue, file: string): Promise<void> =>
  ringcue.app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
