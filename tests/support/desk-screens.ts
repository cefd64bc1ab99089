import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { oneCrmConfig, type ConfigFile } from './config.ts';
import { startCrm } from './crm.ts';
import { testEventServer } from './event-server.ts';
import { callEvent } from './events.ts';
import { launchRingcue, type Ringcue } from './ringcue.ts';
import { temporaryFolder } from './temporary-folder.ts';

type Open = (desk: Page, ring: () => void) => Promise<unknown>;

const click =
  (name: string | RegExp): Open =>
  (desk) =>
    desk.getByRole('button', { name, exact: true }).first().click();
const tab =
  (name: string): Open =>
  (desk) =>
    desk.getByRole('tab', { name, exact: true }).click();
const press =
  (key: string): Open =>
  (desk) =>
    desk.keyboard.press(key);
const cancel = press('Escape');
/** A list over an editor. It is there, and not seen, while what opened it is out of sight. */
const closeList =
  (search: string): Open =>
  async (desk) => {
    const field = desk.getByLabel(search, { exact: true });
    if ((await field.count()) > 0) {
      await field.waitFor();
      await field.press('Escape');
    }
    await field.waitFor({ state: 'hidden' });
  };

/** Every screen, and how to get to it from the one before. */
export const screens: readonly (readonly [string, ...Open[]])[] = [
  ['desk'],
  [
    'overview',
    click('Overview'),
    (desk) => desk.getByTestId('uptime').waitFor(),
    (desk) => desk.locator('svg.recharts-surface').first().waitFor(),
  ],
  [
    'palette',
    press('Control+k'),
    (desk) => desk.getByRole('combobox', { name: 'Find anything' }).fill('c'),
    (desk) => desk.getByRole('option').first().waitFor(),
  ],
  ['keys', cancel, press('?')],
  ['popups', cancel, click('Popups')],
  ['popups selected', (desk) => desk.getByLabel('Select all').check()],
  ['popup menu', click('More: CRM')],
  [
    'popup editor',
    cancel,
    click('Edit: CRM'),
    (desk) => desk.getByTestId('preview-plain').waitFor(),
  ],
  ['popup editor, fields', click('Add field')],
  [
    'popup editor, CRM',
    closeList('Search fields'),
    (desk) => desk.getByRole('combobox', { name: 'Start from your CRM' }).click(),
    (desk) => desk.getByRole('option', { name: 'Zendesk' }).click(),
    (desk) => desk.getByLabel('Any page of Zendesk').fill('?'),
    click('Fill in the URL'),
  ],
  [
    'popup editor, receiver',
    (desk) => desk.getByRole('switch', { name: 'Enable encryption' }).check(),
    (desk) => desk.getByLabel('Encryption key').fill('a long passphrase'),
    (desk) => desk.getByRole('tab', { name: 'C#' }).click(),
    (desk) => desk.getByTestId('receiver-code').waitFor(),
    (desk) => desk.getByLabel('Decrypt this URL').fill('no URL'),
    click('Decrypt'),
  ],
  ['webhooks', cancel, click('Discard'), click('Webhooks')],
  ['webhook editor', click('Edit: Calls')],
  ['token menu', (desk) => desk.getByRole('button', { name: 'Insert a token' }).first().click()],
  [
    'templates',
    closeList('Search values'),
    cancel,
    (desk) => desk.getByRole('tab', { name: 'Templates' }).click(),
  ],
  ['template editor', click('Edit: Lead')],
  [
    'deliveries',
    cancel,
    (desk) => desk.getByRole('tab', { name: 'Deliveries' }).click(),
    (desk) => desk.getByTestId('delivery-row').first().waitFor(),
  ],
  ['delivery', click('Show delivery: Calls')],
  [
    'wizard',
    cancel,
    (desk) => desk.getByRole('tab', { name: 'Webhooks' }).click(),
    click('Add webhook'),
    (desk) => desk.getByRole('menuitem', { name: 'AutoID: new template' }).click(),
  ],
  ['flows', cancel, click('Flows')],
  ['flow editor', click('Edit: Ask')],
  ['rules', cancel, click('Rules')],
  ['rule editor', click('Edit: Call rings')],
  ['condition', click('Add condition')],
  ['rule trial', click('Test this rule'), click('Run test')],
  ['discard changes', click('Close')],
  ['sources', click('Discard'), click('Sources')],
  ['source editor', click('Edit: PBX')],
  ['source editor, more', click('Advanced connection settings')],
  [
    'mapping editor',
    (desk) => desk.getByRole('combobox', { name: 'Phone system' }).click(),
    (desk) => desk.getByRole('option', { name: 'Other (custom mapping)' }).click(),
    (desk) => desk.getByLabel('Sample message').fill('{"id":"a-1"}'),
    (desk) => desk.getByLabel('Mapping (JSONata)').fill('{"stage":"ringing","callId":id}'),
    (desk) => desk.getByTestId('mapping-result').waitFor(),
  ],
  ['connect', cancel, click('Discard'), click('Connect your phone system')],
  ['connect a phone', (desk) => desk.getByTestId('tile-yealink').click()],
  [
    'connect by a gateway',
    click('Choose another'),
    (desk) => desk.getByTestId('tile-acefone').click(),
  ],
  ['settings', cancel, click('Settings')],
  ...['General', 'Calls', 'Popups', 'Network', 'Admin', 'Support', 'Configuration'].map(
    (name) => [`settings: ${name}`, tab(name)] as const,
  ),
  ['export', click('Export…')],
  ['log', cancel, click('Log'), (desk) => desk.getByTestId('log-row').first().waitFor()],
  [
    'log entry',
    (desk) => desk.getByLabel('Search the log').fill('Grace'),
    (desk) =>
      desk.getByTestId('log-row').filter({ hasText: 'was visible' }).getByRole('button').click(),
    (desk) => desk.getByTestId('trace').waitFor(),
  ],
  [
    'why',
    cancel,
    click('Desk'),
    (desk) =>
      desk
        .getByRole('button', { name: /^Details/ })
        .first()
        .click(),
    (desk) => desk.getByTestId('trace').first().waitFor(),
  ],
  ['history', cancel, click('History'), (desk) => desk.getByTestId('past-call').first().waitFor()],
  ['note', click('Note: Grace Hopper')],
  ['note on the desk', cancel, click('Desk'), click('Note: Grace Hopper')],
  [
    'caller chooser',
    cancel,
    (desk, ring) => {
      ring();
      return desk.getByTestId('choice').getByRole('button', { name: /^Ada/ }).waitFor();
    },
  ],
  ['pause menu', click('Pause popups')],
  [
    'paused',
    (desk) => desk.getByRole('menuitem', { name: 'Pause until I resume' }).click(),
    (desk) => desk.getByText('Popups are paused. Webhooks are still sent.').waitFor(),
  ],
  [
    'agent menu',
    click(/Agent menu$/),
    (desk) => desk.getByRole('switch', { name: 'Mini card' }).waitFor(),
  ],
  [
    'switch agent',
    click('Switch agent'),
    (desk) => desk.getByRole('dialog', { name: 'Switch agent' }).waitFor(),
  ],
];

const noteRule = {
  id: 'n',
  name: 'Notes to the CRM',
  when: { stage: 'noted' },
  actions: [{ do: 'send', webhook: 'w' }],
};

const webhookParts = (origin: string) => ({
  webhooks: [
    { id: 'find', name: 'Find', url: `${origin}/find`, method: 'GET' },
    {
      id: 'w',
      name: 'Calls',
      url: `${origin}/call/rule`,
      body: { kind: 'acefone', trigger: 'Dialed on Agent', extra: [{ name: 'x', value: 'y' }] },
      headers: [{ name: 'X-A', value: 'b' }],
    },
  ],
  templates: [{ id: 't', name: 'Lead', format: 'json', text: '{"a":"{{callId}}"}' }],
  flows: [
    contacts,
    {
      id: 'f',
      name: 'Ask',
      steps: [
        { do: 'ask', webhook: 'w', as: 'vip' },
        {
          do: 'if',
          when: { field: 'var.vip', value: 'yes' },
          then: [{ do: 'popup', popup: 'crm' }],
        },
      ],
    },
  ],
});

/** A flow that leaves the choice to the agent. */
const contacts = {
  id: 'contacts',
  name: 'Contacts',
  steps: [
    {
      do: 'ask',
      webhook: 'find',
      as: 'customer',
      answer: { from: 'matches', list: '/results', value: '/id', label: '/name', seconds: 60 },
    },
  ],
};
const choiceRule = {
  id: 'c',
  name: 'Who calls',
  when: { stage: 'ringing' },
  which: { queues: ['Choice'] },
  actions: [{ do: 'flow', flow: 'contacts' }],
};
const results = [
  { id: 'a1', name: 'Ada Lovelace' },
  { id: 'g7', name: 'Grace Hopper' },
];

/** A desk on which every one of these screens has something to show, and the call that asks who it is. */
export async function deskForScreens(
  settings: ConfigFile['settings'] = {},
): Promise<Ringcue & { readonly ring: () => void }> {
  const events = await testEventServer();
  const crm = await startCrm({
    '/find': (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ results }));
    },
  });
  const folder = temporaryFolder();
  const config = oneCrmConfig(events.url, { url: crm.url });
  const document = {
    ...config,
    ...webhookParts(crm.origin),
    rules: [...(config.rules ?? []), noteRule, choiceRule],
    settings: { dispositions: ['Sold'], ...settings },
  };
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(document));
  const ringcue = await launchRingcue({ folder });
  const { desk } = ringcue;
  await events.connected();
  events.send(
    callEvent('ringing', { contactName: 'Grace Hopper', customFields: { City: 'Izmir' } }),
  );
  await desk.getByRole('button', { name: 'Reopen: Grace Hopper' }).waitFor();
  await desk.evaluate(async () => {
    await window.ringcue.calls['webhook.test']({ webhookId: 'w', call: { from: 'sample' } });
  });
  await desk.emulateMedia({ reducedMotion: 'reduce' });
  const queue = { id: '9', name: 'Choice' };
  const ring = (): void => {
    events.send(callEvent('ringing', { callId: 'choose', contactName: 'Somebody', queue }));
  };
  return { ...ringcue, ring };
}
