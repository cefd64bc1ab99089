import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { oneCrmConfig, sourceOf } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { startKeyring } from '../support/keyring.ts';
import { launchOwn } from '../support/launch-own.ts';
import { addAllFields } from '../support/popup-parameters.ts';
import { startReceiver } from '../support/receiver.ts';
import { callCenterStudio } from '../support/reference.ts';
import { screenshot } from '../support/screens.ts';

const button = (desk: Page, name: string) => desk.getByRole('button', { name, exact: true });
const inBoth = async (desk: Page, name: string) => {
  await screenshot(desk, name);
  await screenshot(desk, `${name}-dark`, 'dark');
};

/** What the call carries for each field of the form, in its order, and the parameter's name typed beside it. */
const walk: readonly (readonly [label: string, name: string, value: string])[] = [
  ['Agent Email', 'agent_email', 'ada%40example.com'],
  ['Agent ID', 'agent_id', '83'],
  ['Agent Custom ID', 'agent_custom_id', 'A-83'],
  ['Queue ID', 'queue_id', '5'],
  ['Queue Name', 'queue_name', 'Sales'],
  ['Call ID', 'callkey', 'c-14'],
  ['Call Unique ID', 'leg', 'leg-2'],
  ['Call Date', 'call_date', '2020-02-14T09%3A26%3A53Z'],
  ['Caller ID', 'caller', '%2B31201234567'],
  ['Called Number', 'called', '%2B902125550100'],
  ['Contact ID', 'contact', '4711'],
  ['Contact CRM ID', 'contact_crm', 'crm-4711'],
  ['Campaign Queue ID', 'campaignqueueid', '12'],
  ['Campaign Name', 'campaign', 'V.day'],
  ['Campaign List Name', 'list', 'Renewals'],
  ['Session Key', 'session', 's-9f3'],
  ['Source Tenant', 'source', 'acme'],
  ['Alias', 'alias', '1004'],
  ['Event', 'event', 'ringing'],
  ['Custom Fields', 'customfield', '%7B%22city%22%3A%22Izmir%22%7D'],
  ['Answered By', 'answered_by', 'agent'],
  ['Disposition', 'disposition', 'SOLD'],
];
const call = {
  callId: 'c-14',
  callUniqueId: 'leg-2',
  callStart: '2020-02-14T09:26:53Z',
  contactId: '4711',
  contactCrmId: 'crm-4711',
  campaignQueueId: '12',
  campaignName: 'V.day',
  campaignListName: 'Renewals',
  sessionKey: 's-9f3',
  sourceTenant: 'acme',
  event: 'ringing',
  customFields: { city: 'Izmir' },
  answeredBy: 'agent',
  disposition: 'SOLD',
};

it('takes an administrator through Call Center Studio’s 27 fields to an encrypted address', async () => {
  expect(walk.map(([label]) => label)).toEqual(
    callCenterStudio.fields.filter(({ kind }) => kind === 'call data').map(({ label }) => label),
  );
  const [events, crm] = [await testEventServer(), await startCrm()];
  const base = oneCrmConfig(events.url, { url: crm.url });
  const { desk } = await launchOwn({ ...base, popups: [], rules: [] }, await startKeyring());
  await events.connected();
  await button(desk, 'Popups').click();
  await button(desk, 'Add popup').click();
  await desk.getByRole('textbox', { name: 'Name', exact: true }).fill('wttxpopup');
  await desk.getByRole('textbox', { name: 'URL', exact: true }).fill(crm.url);
  const parameter = (label: string) => desk.getByLabel(`Parameter for ${label}`, { exact: true });
  await addAllFields(desk);
  // As in the manual's picture, until the hint is followed.
  await parameter('Agent ID').fill('83');
  await parameter('Queue Name').fill('Sales');
  await desk.getByText('“Sales” looks like a value').scrollIntoViewIfNeeded();
  await inBoth(desk, 'popup-values');
  for (const [label, name] of walk) await parameter(label).fill(name);
  await desk.getByText(/looks like a value/).waitFor({ state: 'detached' });
  await parameter('Alias').fill('source');
  await desk.getByRole('switch', { name: 'Enable encryption' }).check();
  await desk.getByLabel('Encryption key').fill('correct horse battery staple');
  await button(desk, 'Save').click();
  await desk.getByText('The parameter “source” is already in use.').first().waitFor();
  await inBoth(desk, 'popup-name-twice');
  await parameter('Alias').fill('alias');
  await button(desk, 'Save').click();
  await desk.getByText('Popup “wttxpopup” saved.').waitFor();
  await desk.getByTestId('popup-row').waitFor();
  await inBoth(desk, 'popups-list');

  events.send(callEvent('ringing', call));
  const [visit = ''] = await crm.visited(1);
  const query = new URL(visit, crm.origin).searchParams;
  expect([...query.keys()]).toEqual(['data']);
  expect(decrypted(query.get('data') ?? '')).toBe(
    walk.map(([, name, value]) => `${name}=${value}`).join('&'),
  );
});

function decrypted(data: string): string {
  const bytes = Buffer.from(data, 'base64url');
  const key = createHash('sha256').update('correct horse battery staple').digest('hex');
  const iv = bytes.subarray(0, 16).toString('hex');
  return execFileSync('openssl', ['enc', '-d', '-aes-256-cbc', '-K', key, '-iv', iv], {
    input: bytes.subarray(16),
    encoding: 'utf8',
  });
}

it('takes an administrator through AutoID’s two wizards to the requests of a call’s beginning and end', async () => {
  const events = await testEventServer();
  const receiver = await startReceiver((_request, response) => response.end());
  const base = oneCrmConfig(events.url, { url: 'http://127.0.0.1:9/' });
  const sources = sourceOf('autoid', events.url, { country: 'US' });
  const { desk } = await launchOwn({ ...base, sources });
  await events.connected();
  await button(desk, 'Webhooks').click();
  const begin = async (way: string, name: string, moment: string) => {
    await button(desk, 'Add webhook').click();
    await desk.getByRole('menuitem', { name: way }).click();
    await desk.getByLabel('Webhook name').fill(name);
    await desk.getByRole('textbox', { name: 'URL', exact: true }).fill(`${receiver.url}/${name}`);
    await desk.getByText(moment).click();
  };
  const finish = async (name: string, method: string) => {
    await button(desk, 'Add header').click();
    await desk.getByRole('combobox', { name: 'HTTP header' }).fill('X-From');
    await desk.getByRole('combobox', { name: 'Value' }).fill('ringcue');
    await desk.getByText(method, { exact: true }).click();
    await inBoth(desk, `autoid-advanced-${name}`);
    await button(desk, 'Next').click();
    await desk.getByText('Request preview').waitFor();
    await desk.getByRole('cell', { name: 'X-From: ringcue' }).waitFor();
    await inBoth(desk, `autoid-summary-${name}`);
    await button(desk, 'Create webhook').click();
    await desk.getByText(`Webhook “${name}” saved.`).waitFor();
  };

  await begin('AutoID: new template', 'new', 'When the call starts');
  await desk.getByLabel('Template name').fill('Lead');
  await desk.getByRole('combobox', { name: 'Template group' }).fill('Sales');
  await desk
    .getByLabel('Template format')
    .fill(
      '{"first":"%ani_first_name%","phone":%ani%,"seconds":%answered_time%,"vin":%vehicle_vin%}',
    );
  await inBoth(desk, 'autoid-details');
  await button(desk, 'Next').click();
  await inBoth(desk, 'autoid-mapping');
  await button(desk, 'Next').click();
  await finish('new', 'POST');
  await begin('AutoID: existing template', 'existing', 'When the call ends');
  await desk.getByRole('combobox', { name: 'Template', exact: true }).click();
  await desk.getByRole('option', { name: 'Lead' }).click();
  await button(desk, 'Next').click();
  await finish('existing', 'PUT');

  const known = { ani_first_name: 'Freddy', ani: '2025550143', vehicle_vin: '1C6RRFFG9KN909808' };
  const end = { ...known, dialstatus: 'ANSWER' };
  events.send({ ...known, callid: 'c-1' });
  events.send({ ...end, callid: 'c-1', answered_time: '29' });
  // Told again, the end is no second one; and what was told only at its end has no beginning.
  events.send({ ...end, callid: 'c-1', answered_time: '30' });
  events.send({ ...end, callid: 'c-2', answered_time: '31' });
  await receiver.received(3);
  events.send({ ...end, callid: 'c-3', answered_time: '32' });
  const requests = await receiver.received(4);
  const sent = requests.map(({ method, url, headers, body }) =>
    [method, url, headers['content-type'], headers['x-from'], body].join(' '),
  );
  const body = (seconds: string) =>
    `{"first":"Freddy","phone":"+12025550143","seconds":${seconds},"vin":"1C6RRFFG9KN909808"}`;
  const put = 'PUT /existing application/json ringcue';
  expect(sent.sort()).toEqual([
    `POST /new application/json ringcue ${body('""')}`,
    `${put} ${body('29')}`,
    `${put} ${body('31')}`,
    `${put} ${body('32')}`,
  ]);
  await inBoth(desk, 'webhooks-list');
});

it('shows whom to ask where a page could not be shown, and rules in their registry', async () => {
  const events = await testEventServer();
  const settings = { supportName: 'IT service desk', supportAddress: 'mailto:it@example.com' };
  const base = oneCrmConfig(events.url, { url: 'http://127.0.0.1:1/call' }, { settings });
  const rules = ['ringing', 'answered', 'hangup'].flatMap((stage, index) =>
    base.rules!.map((rule) => ({
      ...rule,
      id: `${rule.id}${index}`,
      name: `Rule ${index}`,
      when: { stage: stage as 'ringing' },
    })),
  );
  const ringcue = await launchOwn({ ...base, rules });
  const { desk } = ringcue;
  await events.connected();
  events.send(callEvent('ringing'));
  const [popup] = await ringcue.popup(1);
  await popup!.getByText('Need help? IT service desk').waitFor();
  await popup!.getByRole('link', { name: 'it@example.com' }).waitFor();
  await inBoth(popup!, 'problem-support');
  await button(desk, 'Rules').click();
  await desk.getByTestId('rule').nth(2).waitFor();
  await inBoth(desk, 'rules-registry');
  await desk.getByLabel('Select all').check();
  await desk.getByRole('toolbar').getByRole('button', { name: 'Delete' }).hover();
  await desk.getByText('Delete 3 selected').waitFor();
  await screenshot(desk, 'rules-selected');
});
