import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { page, startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { popupTitles } from '../support/typed-window.ts';
import { until } from '../support/until.ts';

const grace = { id: '84', email: 'grace@example.com', extension: '1005' };

/** One popup for sales calls with a number; a limit of two windows, so that it can be reached. */
async function launch(folder?: string) {
  const events = await testEventServer();
  const crm = await startCrm({
    '/call': (_request, response) => page(response, '<h1>CRM</h1><textarea id="note"></textarea>'),
    '/broken': (_request, response) => response.writeHead(503).end('down'),
  });
  const action = (popup: string) => [{ do: 'popup' as const, popup }];
  const ringcue = await launchRingcue({
    ...(folder !== undefined && { folder }),
    config: oneCrmConfig(
      events.url,
      { url: crm.url },
      {
        popups: [
          {
            id: 'crm',
            name: 'CRM',
            url: crm.url,
            parameters: [
              { name: 'call', field: 'callId' },
              { name: 'phone', field: 'callerNumber', whenEmpty: 'skip' },
            ],
          },
          { id: 'paused', name: 'Paused', url: crm.url, pause: {} },
          { id: 'broken', name: 'Broken', url: `${crm.origin}/broken` },
        ],
        rules: [
          {
            id: 'sales',
            name: 'Sales rings',
            when: { stage: 'ringing' },
            which: { queues: ['Sales'] },
            actions: action('crm'),
          },
          {
            id: 'paused',
            name: 'Billing rings',
            when: { stage: 'ringing' },
            which: { queues: ['Billing'] },
            actions: action('paused'),
          },
          {
            id: 'broken',
            name: 'Returns rings',
            when: { stage: 'ringing' },
            which: { queues: ['Returns'] },
            actions: action('broken'),
          },
          {
            id: 'off',
            name: 'Old rule',
            enabled: false,
            when: { stage: 'dtmf' },
            actions: action('crm'),
          },
        ],
        settings: { popupLimit: 2 },
      },
    ),
  });
  await events.connected();
  const ring = (callId: string, data: Readonly<Record<string, unknown>> = {}) =>
    events.send(callEvent('ringing', { callId, ...data }));
  return { ringcue, crm, events, ring };
}

/** The newest entry of the log that a text finds, as its row says it. */
async function sentence(desk: Page, callId: string): Promise<string> {
  await desk.getByLabel('Search the log').fill(callId);
  await expect.poll(() => desk.getByTestId('log-row').count()).toBe(1);
  const text = await desk.getByTestId('log-row').first().getByRole('button').innerText();
  await desk.getByLabel('Search the log').fill('');
  return text;
}

it('names the right reason in ten situations', async () => {
  const { ringcue, events, ring } = await launch();
  const { desk } = ringcue;
  const queue = (name: string) => ({ queue: { id: name, name } });
  ring('returns', queue('Returns'));
  const said: Record<string, RegExp> = {
    returns: /^“Broken” opened, but its page could not be shown\.$/,
  };
  await (await ringcue.popup(1))[0]?.getByRole('link', { name: 'Try again' }).waitFor();
  await desk.getByRole('button', { name: 'Close all popups' }).click();
  await titlesAre(ringcue, 0);
  ring('opened');
  said['opened'] = /^“CRM” was visible \d+ ms after the call event\.$/;
  ring('second');
  await titlesAre(ringcue, 2);
  ring('colleague', { agent: grace });
  said['colleague'] = /^No popup\. Sales rings: The call is for another agent\.$/;
  ring('internal', { direction: 'internal' });
  said['internal'] = /^No popup\. Sales rings: The call is internal\.$/;
  ring('service', queue('Service'));
  said['service'] =
    /^No popup\. Sales rings: The call is in the queue “Service”; this rule is for “Sales”\.$/;
  ring('anonymous', { callerNumber: '' });
  said['anonymous'] = /^“CRM” did not open\. The call has no value for the parameter "phone"\.$/;
  ring('billing', queue('Billing'));
  said['billing'] = /^“Paused” did not open\. The popup is paused\.$/;
  events.send(callEvent('dtmf', { callId: 'digits', digit: '1' }));
  said['digits'] = /^No popup\. Old rule: The rule is turned off\.$/;
  events.send(callEvent('held', { callId: 'music' }));
  said['music'] = /^No popup: no rule runs at the stage “On hold”\.$/;
  // Both windows are in use: somebody wrote into each.
  const edited = (): number => ringcue.log().split('popup edited').length - 1;
  for (const popup of await ringcue.popup(2)) {
    const before = edited();
    const note = popup.locator('#note');
    await until(async () => {
      await note.click();
      await note.pressSequentially('x');
      return edited() > before || undefined;
    }, 'the input to be noticed');
  }
  ring('full');
  await until(async () => {
    return (await desk.getByText('The popup limit (2) is reached').count()) > 0 || undefined;
  }, 'the limit');
  said['full'] = /^“CRM” did not open\. The popup limit \(2\) is reached\./;
  await desk.getByRole('button', { name: 'Log', exact: true }).click();
  await desk.getByRole('combobox', { name: 'Kind' }).click();
  await desk.getByRole('option', { name: 'Call event' }).click();
  for (const [callId, expected] of Object.entries(said)) {
    await expect.poll(() => sentence(desk, callId), { timeout: 15_000 }).toMatch(expected);
  }
  await showsCallsWithoutPopup(desk);
  await desk.getByLabel('Search the log').fill('opened');
  await desk.getByTestId('log-row').first().getByRole('button').click();
  await desk.getByTestId('trace').first().getByText('visible at').waitFor();
  await screenshot(desk, 'trace');
});

/** What did not open, newest first and oldest first; the calls whose popup opened are not among them. */
async function showsCallsWithoutPopup(desk: Page): Promise<void> {
  await desk.getByRole('combobox', { name: 'Kind' }).click();
  await desk.getByRole('option', { name: 'Calls without a popup' }).click();
  const rows = desk.getByTestId('log-row');
  await expect.poll(() => rows.count()).toBe(7);
  expect(await rows.filter({ hasText: 'was visible' }).count()).toBe(0);
  await rows.first().getByText('The popup limit (2) is reached').waitFor();
  await screenshot(desk, 'log-without-popup');
  await desk.getByRole('button', { name: 'Time' }).click();
  await rows.last().getByText('The popup limit (2) is reached').waitFor();
  await desk.getByRole('button', { name: 'Time' }).click();
  await desk.getByRole('combobox', { name: 'Kind' }).click();
  await desk.getByRole('option', { name: 'Call event' }).click();
}

it('says on the desk why a popup came twice for nobody: the same offer is opened once', async () => {
  const { ringcue, events } = await launch();
  const { desk } = ringcue;
  events.send(callEvent('ringing', { callId: 'c1' }, 'e1'));
  await titlesAre(ringcue, 1);
  events.send(callEvent('ringing', { callId: 'c1', agent: { id: '83' } }, 'e2'));
  events.send(callEvent('ringing', { callId: 'c1' }, 'e1'));
  await desk
    .getByRole('button', { name: /^Details/ })
    .first()
    .click();
  await desk.getByTestId('verdict').getByText('“CRM” was visible').waitFor();
  await screenshot(desk, 'verdict');
  await screenshot(desk, 'verdict-dark', 'dark');
  await desk.getByRole('button', { name: '2 other events of this call' }).click();
  await desk.getByText('The rule already ran for this call.').first().waitFor();
  await desk.getByText('Duplicate event, ignored.').first().waitFor();
  expect(await popupTitles(ringcue.app)).toHaveLength(1);
  await screenshot(desk, 'why');
});

it('keeps a log of everything, finds it, exports it, and runs a past event again as a test', async () => {
  const folder = temporaryFolder();
  const first = await launch(folder);
  first.ring('c1', { contactName: 'Çiğdem Kaya' });
  await titlesAre(first.ringcue, 1);
  first.events.send(callEvent('missed', { callId: 'c1' }));
  first.events.send({
    ...callEvent('x'),
    type: 'agent.state',
    data: { agent: { id: '83' }, state: 'Break' },
  });
  await first.ringcue.desk.getByRole('button', { name: 'Log', exact: true }).click();
  await first.ringcue.desk.getByText('Break').waitFor();
  await first.ringcue.close();
  const { ringcue } = await launch(folder);
  const { desk } = ringcue;
  await desk.getByRole('button', { name: 'Log', exact: true }).click();
  await desk.getByText('was not answered (Sales).').first().waitFor();
  await desk.getByText('PBX: Connected').first().waitFor();
  await screenshot(desk, 'log');
  // Without its marks, too.
  await desk.getByLabel('Search the log').fill('cigdem');
  await expect.poll(() => desk.getByTestId('log-row').count()).toBeGreaterThan(1);
  const file = path.join(folder, 'log.csv');
  await ringcue.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await desk.getByRole('button', { name: 'Export…' }).click();
  const csv = await until(() => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  }, 'the export');
  expect(csv.split('\r\n')[0]).toBe('\ufefftime,kind,call,text,details');
  expect(csv).toContain('Çiğdem Kaya');
  await desk.getByTestId('log-row').filter({ hasText: 'Ringing' }).getByRole('button').click();
  await desk.getByRole('button', { name: 'Replay as test' }).click();
  await expect
    .poll(() => popupTitles(ringcue.app))
    .toEqual([expect.stringMatching(/^Test – Çiğdem Kaya/)]);
});

it('writes down what was changed, before and after', async () => {
  const folder = temporaryFolder();
  const { desk } = await launchRingcue({ folder });
  await desk.getByLabel('Email').fill('ada@example.com');
  await desk.getByRole('button', { name: 'Continue', exact: true }).click();
  await desk.getByRole('button', { name: 'Popups', exact: true }).click();
  await desk.getByRole('button', { name: 'Add popup' }).click();
  await desk.getByRole('textbox', { name: 'Name', exact: true }).fill('Tickets');
  await desk.getByRole('textbox', { name: 'URL', exact: true }).fill('https://crm.example.com/');
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByTestId('popup-row').waitFor();
  await desk.getByRole('button', { name: 'Log', exact: true }).click();
  await desk.getByText('Popups: “Tickets” added by ada@example.com.').click();
  await desk.getByText('"url": "https://crm.example.com/"').waitFor();
});

const titlesAre = (
  ringcue: { app: Parameters<typeof popupTitles>[0] },
  count: number,
): Promise<true> =>
  until(
    async () => (await popupTitles(ringcue.app)).length === count || undefined,
    `${count} popups`,
  );
