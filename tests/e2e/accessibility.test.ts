import axe from 'axe-core';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { startCrm } from '../support/crm.ts';
import { oneCrmConfig } from '../support/config.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Open = (desk: Page) => Promise<unknown>;

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

/** Every screen, and how to get to it from the one before. */
const screens: readonly (readonly [string, ...Open[]])[] = [
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
    cancel,
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
  ['templates', cancel, cancel, (desk) => desk.getByRole('tab', { name: 'Templates' }).click()],
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
  ['connect', cancel, click('Connect your phone system')],
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
  ['pause menu', click('Pause popups')],
  [
    'paused',
    (desk) => desk.getByRole('menuitem', { name: 'Pause until I resume' }).click(),
    (desk) => desk.getByText('Popups are paused. Webhooks are still sent.').waitFor(),
  ],
];

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }),
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.any[0]?.message ?? ''}`),
  );
}

/** What is clicked and smaller than 24 × 24 by itself: axe lets it pass where enough room is around it. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isTarget = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !(element instanceof HTMLAnchorElement);
    return [...document.querySelectorAll('button, input, textarea, select, [role="button"]')]
      .filter(isTarget)
      .map((element) => {
        // A box or a switch is clicked by its label as well.
        const isBox = element instanceof HTMLInputElement && /checkbox|radio/.test(element.type);
        const label = isBox ? element.labels?.[0] : undefined;
        const boxes = [element, ...(label ? [label] : [])].map((one) =>
          one.getBoundingClientRect(),
        );
        const height = Math.max(...boxes.map((box) => box.height));
        const width = Math.max(...boxes.map((box) => box.width));
        return { height, width, html: element.outerHTML.slice(0, 200) };
      })
      .filter(({ height, width }) => height > 0 && Math.min(height, width) < 23.9)
      .map(({ height, width, html }) => `${width} × ${height}: ${html}`);
  });

const noteRule = {
  id: 'n',
  name: 'Notes to the CRM',
  when: { stage: 'noted' },
  actions: [{ do: 'send', webhook: 'w' }],
};

const webhookParts = (url: string) => ({
  webhooks: [
    {
      id: 'w',
      name: 'Calls',
      url: `${url}/rule`,
      body: { kind: 'acefone', trigger: 'Dialed on Agent', extra: [{ name: 'x', value: 'y' }] },
      headers: [{ name: 'X-A', value: 'b' }],
    },
  ],
  templates: [{ id: 't', name: 'Lead', format: 'json', text: '{"a":"{{callId}}"}' }],
  flows: [
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

it.each(['light', 'dark'] as const)(
  'has no axe violation on any screen, %s',
  async (appearance) => {
    const events = await testEventServer();
    const crm = await startCrm();
    const folder = temporaryFolder();
    const config = oneCrmConfig(events.url, { url: crm.url });
    const document = {
      ...config,
      ...webhookParts(crm.url),
      rules: [...(config.rules ?? []), noteRule],
      settings: { appearance, dispositions: ['Sold'] },
    };
    writeFileSync(path.join(folder, 'config.json'), JSON.stringify(document));
    const { desk } = await launchRingcue({ folder });
    await events.connected();
    events.send(
      callEvent('ringing', { contactName: 'Grace Hopper', customFields: { City: 'Izmir' } }),
    );
    await desk.getByRole('button', { name: 'Reopen: Grace Hopper' }).waitFor();
    await desk.evaluate(async () => {
      await window.ringcue.calls['webhook.test']({ webhookId: 'w', call: { from: 'sample' } });
    });
    await desk.emulateMedia({ reducedMotion: 'reduce' });
    const found: Record<string, string[]> = {};
    for (const [name, ...steps] of screens) {
      for (const step of steps) await step(desk);
      const list = [...(await violations(desk)), ...(await smallTargets(desk))];
      if (list.length > 0) found[name] = list;
    }
    expect(found).toEqual({});
  },
);

it('has no axe violation on the first run, nor while the desk is set up', async () => {
  const { desk } = await launchRingcue();
  await desk.getByRole('heading', { name: 'Who uses this computer?' }).waitFor();
  expect(await violations(desk)).toEqual([]);
  await desk.getByLabel('Email').fill('ada@example.com');
  await desk.getByRole('button', { name: 'Continue', exact: true }).click();
  await desk.getByTestId('setup-done').waitFor();
  expect([...(await violations(desk)), ...(await smallTargets(desk))]).toEqual([]);
});
