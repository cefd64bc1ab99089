import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { languages } from '../../shared/model/settings.ts';
import { catalogues } from '../../shared/text/catalogues.ts';
import { oneCrmConfig, type ConfigFile } from '../support/config.ts';
import { testEventServer } from '../support/event-server.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const url = 'https://crm.example.com/contacts/search/by/phone/number/of/the/caller';
const description = 'Sends what the caller said to the service desk, and opens a ticket for it';
const parameters = [
  { name: 'callkey', field: 'callId' },
  { name: 'queue_id', field: 'queueId' },
  { name: 'agent_email', field: 'agentEmail' },
  { name: 'caller', field: 'callerNumber' },
  { name: 'contact_crm', field: 'contactCrmId' },
  { name: 'campaignqueueid', field: 'campaignQueueId' },
] as const;

/** One of each kind, filled as a customer fills it. */
const filled = (eventsUrl: string, language: (typeof languages)[number]): ConfigFile => ({
  ...oneCrmConfig(eventsUrl, { url, name: 'Param’s Test', parameters: [...parameters] }),
  settings: { language },
  rules: [
    {
      id: 'r',
      name: 'Calls of the service desk that an agent answered',
      when: { trigger: { system: 'acefone', name: 'Call answered by Customer (Click to call)' } },
      which: { agent: 'any', queues: ['202199928', 'Sales and renewals'] },
      actions: [
        { do: 'popup', popup: 'crm' },
        { do: 'send', webhook: 'w' },
      ],
    },
  ],
  webhooks: [
    {
      id: 'w',
      name: 'Agent Status Change',
      description,
      url,
      tags: ['Izmir', 'VIP'],
      body: { kind: 'template', template: 't' },
    },
  ],
  templates: [{ id: 't', name: 'Lead', description, format: 'json', text: '{}' }],
  flows: [{ id: 'f', name: 'Route', description, steps: [{ do: 'send', webhook: 'w' }] }],
});

/** How much of a list's columns is out of sight, under its buttons. */
const hiddenWidth = (desk: Page) =>
  desk.getByRole('table').evaluate((table) => {
    let frame: Element | null = table;
    while (frame !== null && getComputedStyle(frame).overflowX === 'visible') {
      frame = frame.parentElement;
    }
    return frame === null ? undefined : frame.scrollWidth - frame.clientWidth;
  });

it.each(languages)('cuts no column of a list in a window as it opens: %s', async (language) => {
  const events = await testEventServer();
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(filled(events.url, language)));
  const { desk } = await launchRingcue({ folder });
  const texts = catalogues[language];
  const lists = [
    ['nav.popups', 'popup-row'],
    ['nav.webhooks', 'webhook-row'],
    ['nav.flows', 'flow-row'],
    ['nav.rules', 'rule'],
    ['nav.sources', 'source-row'],
  ] as const;
  const hidden: [string, number | undefined][] = [];
  for (const [page, row] of lists) {
    await desk.getByRole('button', { name: texts[page], exact: true }).click();
    await desk.getByTestId(row).waitFor();
    hidden.push([page, await hiddenWidth(desk)]);
    await screenshot(desk, `list-${language}-${row}`);
  }
  expect(hidden).toEqual(lists.map(([page]) => [page, 0]));
});
