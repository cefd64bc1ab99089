import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { startCrm } from '../support/crm.ts';
import { oneCrmConfig, type ConfigFile } from '../support/config.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { startReceiver } from '../support/receiver.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

/** An app whose configuration is the user's own, so that everything can be changed. */
async function launchWith(document: ConfigFile, folder = temporaryFolder()) {
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(document));
  return launchRingcue({ folder });
}
const button = (desk: Page, name: string) => desk.getByRole('button', { name, exact: true });
/** By its label alone: a required field has a star in it that is hidden from assistive technology. */
const field = (desk: Page, label: string) =>
  desk.getByRole('textbox', { name: label, exact: true });
const select = (desk: Page, label: string) =>
  desk.getByRole('combobox', { name: label, exact: true });
const choose = async (desk: Page, label: string, option: string | RegExp) => {
  await select(desk, label).click();
  await desk.getByRole('option', { name: option }).first().click();
};

it.each([
  {
    format: 'JSON',
    sample: '{"lead":{"first":"Ann","phone":"1"},"seconds":5}',
    fields: ['lead.first', 'lead.phone', 'seconds'],
    check: (body: string) =>
      expect(JSON.parse(body)).toEqual({
        lead: { first: 'Grace', phone: '+31201234567' },
        seconds: 278,
      }),
  },
  {
    format: 'XML',
    sample: '<lead><first>Ann</first><phone>1</phone><seconds>5</seconds></lead>',
    fields: ['lead.first', 'lead.phone', 'lead.seconds'],
    check: (body: string) =>
      expect(body).toContain(
        '<lead><first>Grace</first><phone>+31201234567</phone><seconds>278</seconds></lead>',
      ),
  },
])('goes AutoID’s way from a $format sample to a webhook that is sent', async (kind) => {
  const { format, sample, fields } = kind;
  const events = await testEventServer();
  const receiver = await startReceiver((_request, response) => response.end());
  const { desk } = await launchWith(oneCrmConfig(events.url, { url: 'http://127.0.0.1:9/' }));
  await events.connected();
  await button(desk, 'Webhooks').click();
  await button(desk, 'Add webhook').click();
  await desk.getByRole('menuitem', { name: 'AutoID: new template' }).click();
  await desk.getByLabel('Webhook name').fill('Leads');
  await desk.getByLabel('URL').fill(`${receiver.url}/leads`);
  await desk.getByText('When the call ends').click();
  await desk.getByLabel('Template name').fill('Lead');
  if (format === 'XML') await desk.getByText('XML', { exact: true }).click();
  await desk.getByLabel('Template format').fill('{"broken": ');
  expect(await button(desk, 'Next').isDisabled()).toBe(true);
  await desk.getByText(/is not valid (JSON|XML)/).waitFor();
  await desk.getByLabel('Template format').fill(sample);
  await button(desk, 'Next').click();
  const tokens = ['%ani_first_name%', '%ani%', '%answered_time%'];
  for (const [index, name] of fields.entries()) {
    await select(desk, `Token: ${name}`).fill(tokens[index]!);
    await desk
      .getByRole('option', { name: new RegExp(tokens[index]!) })
      .first()
      .click();
  }
  await screenshot(desk, `wizard-mapping-${format.toLowerCase()}`);
  await button(desk, 'Next').click();
  await button(desk, 'Add header').click();
  await select(desk, 'HTTP header').fill('X-From');
  await select(desk, 'Value').fill('ringcue');
  await desk.getByText('PUT', { exact: true }).click();
  await button(desk, 'Next').click();
  await desk.getByText('Request preview').waitFor();
  await screenshot(desk, `wizard-summary-${format.toLowerCase()}`);
  await button(desk, 'Create webhook').click();
  await desk.getByTestId('webhook-row').getByText('Leads', { exact: true }).waitFor();

  events.send(
    callEvent('hangup', { contactFirstName: 'Grace', talkSeconds: 278, callId: 'c-9' }, 'e-9'),
  );
  const [request] = await receiver.received(1);
  expect(request).toMatchObject({
    method: 'PUT',
    url: '/leads',
    headers: {
      'x-from': 'ringcue',
      'content-type': `application/${format.toLowerCase()}`,
      'webhook-id': expect.stringMatching(/^msg_/) as string,
    },
  });
  kind.check(request!.body);
  await desk.getByRole('tab', { name: 'Deliveries' }).click();
  await desk.getByTestId('delivery-row').getByText('Delivered').waitFor();
});

it('keeps every field of Acefone’s and Callvoip’s forms over a restart', async () => {
  const folder = temporaryFolder();
  const events = await testEventServer();
  const first = await launchWith(oneCrmConfig(events.url, { url: 'http://127.0.0.1:9/' }), folder);
  const { desk } = first;
  await button(desk, 'Webhooks').click();
  await button(desk, 'Add webhook').click();
  await desk.getByRole('menuitem', { name: 'Acefone format' }).click();
  await field(desk, 'Name').fill('To Acefone');
  await desk.getByLabel('Description').fill('Missed calls');
  await desk.getByRole('textbox', { name: 'URL' }).fill('https://api.example.com/{{callr}}');
  await button(desk, 'Save').click();
  await desk.getByText('Use a call field, custom.NAME').first().waitFor();
  await desk.getByRole('textbox', { name: 'URL' }).fill('https://api.example.com/calls');
  await desk.getByText('GET', { exact: true }).click();
  await choose(desk, 'Trigger', 'Call hangup (Missed)');
  await choose(desk, 'Call type', 'Outbound');
  await desk.keyboard.press('Escape');
  await select(desk, 'Outbound type').fill('dialer');
  await desk.keyboard.press('Enter');
  await select(desk, 'My numbers').fill('+90 212 555 01 00');
  await desk.keyboard.press('Enter');
  await choose(desk, 'Content-Type', 'application/json');
  await choose(desk, 'Date and time format', 'Unix time');
  await select(desk, 'Time zone').fill('UTC');
  await button(desk, 'Add field').click();
  await desk.getByLabel('Additional fields: Name').fill('tenant');
  await desk.getByLabel('Additional fields: Value').fill('{{sourceTenant}}');
  await desk.getByTestId('request-preview').getByText('tenant=acme').waitFor();
  await screenshot(desk, 'webhook-editor');
  await button(desk, 'Save').click();
  await desk.getByTestId('webhook-row').getByText('To Acefone').waitFor();

  await button(desk, 'Add webhook').click();
  await desk.getByRole('menuitem', { name: 'Callvoip format' }).click();
  await field(desk, 'Name').fill('To Callvoip');
  await desk.getByRole('textbox', { name: 'URL' }).fill('https://route.example.com/?a=1');
  await desk.getByLabel('Request timeout (seconds)').fill('7');
  await desk.getByRole('switch', { name: 'Sign requests' }).click();
  await button(desk, 'Generate a key').click();
  await desk.getByText('Copy this key now').waitFor();
  await desk.getByRole('switch', { name: 'Send automatically' }).click();
  // Nothing but a keyring may store the signing key: without one the form says so and loses nothing.
  await desk.getByRole('switch', { name: 'Sign requests' }).click();
  await button(desk, 'Save').click();
  await desk.getByTestId('webhook-row').getByText('To Callvoip').waitFor();
  await screenshot(desk, 'webhooks');
  await first.close();

  const again = (await launchRingcue({ folder })).desk;
  await button(again, 'Webhooks').click();
  const row = again.getByTestId('webhook-row').filter({ hasText: 'To Acefone' });
  for (const text of [
    'Missed calls',
    'https://api.example.com/calls',
    'Call hangup (Missed)',
    '+90 212 555 01 00, Dialer',
    'Outbound',
    'On',
  ]) {
    await row.getByText(text, { exact: true }).first().waitFor();
  }
  await button(again, 'Edit: To Acefone').click();
  const value = (label: string) => select(again, label).inputValue();
  expect(await value('Trigger')).toBe('Call hangup (Missed)');
  expect(await value('Content-Type')).toBe('application/json');
  expect(await value('Date and time format')).toBe('Unix time');
  expect(await select(again, 'Time zone').inputValue()).toBe('UTC');
  expect(await again.getByLabel('Additional fields: Value').inputValue()).toBe('{{sourceTenant}}');
  await again.getByTestId('request-preview').getByText('curl -X GET').waitFor();
  await button(again, 'Close').last().click();
  await button(again, 'Edit: To Callvoip').click();
  expect(await again.getByLabel('Request timeout (seconds)').inputValue()).toBe('7');
  expect(await again.getByRole('switch', { name: 'Send automatically' }).isChecked()).toBe(false);
  expect(await value('Body')).toBe('Callvoip fields');
});

it('looks up the caller, decides by the response, and continues where none comes', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const lookup = await startReceiver(({ url }, response) => {
    if (url.includes('silent')) return;
    if (url.includes('page')) {
      response.end('<!DOCTYPE html><html>Sign in</html>');
      return;
    }
    if (url.includes('packed')) {
      response.setHeader('Content-Type', 'application/json; charset=utf-16le');
      response.setHeader('Content-Encoding', 'deflate');
      response.end(deflateRawSync(Buffer.from('{"customer":{"vip":true}}', 'utf16le')));
      return;
    }
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ customer: { vip: url.includes('vip') } }));
  });
  const config = oneCrmConfig(events.url, { url: crm.url });
  const popup = config.popups![0]!;
  const { desk, log } = await launchWith({
    ...config,
    popups: [
      { ...popup, id: 'a', name: 'A', url: `${crm.origin}/a` },
      { ...popup, id: 'b', name: 'B', url: `${crm.origin}/b` },
    ],
    webhooks: [
      {
        id: 'who',
        name: 'Who calls',
        url: `${lookup.url}/?{{contactName}}`,
        method: 'GET',
        timeoutSeconds: 1,
      },
    ],
    rules: [],
  });
  await events.connected();
  await button(desk, 'Flows').click();
  await button(desk, 'Add flow').click();
  await field(desk, 'Name').fill('VIPs first');
  const add = async (kind: string, nth = 0) => {
    await desk.getByRole('button', { name: 'Add step' }).nth(nth).click();
    await desk.getByRole('menuitem', { name: kind, exact: true }).click();
  };
  await add('If');
  await add('Look up with a webhook', 2);
  // The question was added last and has to come first: moved by the keyboard alone.
  const grip = desk.getByRole('button', { name: /^Move Step 2/ });
  await grip.focus();
  const said = (text: string | RegExp) => desk.getByText(text).waitFor({ state: 'attached' });
  await desk.keyboard.press('Space');
  await said(/^(Step 2 is picked up|The step is now at 2 of 2)\.$/);
  await desk.keyboard.press('ArrowUp');
  await said('The step is now at 1 of 2.');
  await desk.keyboard.press('Space');
  await said('The step was dropped at 1.');
  await choose(desk, 'Look up with a webhook', 'Who calls');
  await desk.getByLabel('Save response as').fill('vip');
  await choose(desk, 'Part to keep', 'JSON value');
  await desk.getByLabel('JSON pointer').fill('/customer/vip');
  await select(desk, 'Call field').fill('var.vip');
  await desk.keyboard.press('Tab');
  await desk.getByLabel('Value', { exact: true }).fill('true');
  // The first is for a lookup that fails.
  await add('Open a popup', 1);
  await choose(desk, 'Open a popup', 'A');
  await add('Open a popup', 2);
  await select(desk, 'Open a popup').nth(1).click();
  await desk.getByRole('option', { name: 'B', exact: true }).last().click();
  await screenshot(desk, 'flow-editor');
  await button(desk, 'Save').click();
  await desk.getByTestId('flow-row').getByText('VIPs first').waitFor();
  await screenshot(desk, 'flows');

  await button(desk, 'Rules').click();
  await button(desk, 'Add rule').click();
  await field(desk, 'Name').fill('Ask');
  await choose(desk, 'Actions, in order', 'VIPs first');
  await desk.keyboard.press('Escape');
  await desk.getByTestId('rule-sentence').getByText('run the flow “VIPs first”').waitFor();
  await button(desk, 'Save').click();
  await desk.getByText('Ask', { exact: true }).first().waitFor();

  events.send(callEvent('ringing', { callId: '1', contactName: 'vip' }));
  await crm.visited(1);
  events.send(callEvent('ringing', { callId: '2', contactName: 'other' }));
  await crm.visited(2);
  events.send(callEvent('ringing', { callId: '3', contactName: 'silent' }));
  await crm.visited(3);
  events.send(callEvent('ringing', { callId: '4', contactName: 'packed' }));
  await crm.visited(4);
  events.send(callEvent('ringing', { callId: '5', contactName: 'page' }));
  await crm.visited(5);
  expect(crm.visits.map((visit) => visit.slice(0, 2))).toEqual(['/a', '/b', '/b', '/a', '/b']);
  expect(log()).toMatch(/flow step failed.*The server does not answer/);
  await button(desk, 'Desk').click();
  const last = desk.getByTestId('call').filter({ hasText: 'page' });
  await last.getByRole('button', { name: /^Details/ }).click();
  await desk.getByText('“Who calls” returned a web page instead of data.').waitFor();
}, 90_000);

it('shows each delivery, lets a failed one be corrected and retried, and hides secrets', async () => {
  const events = await testEventServer();
  let status = 422;
  const receiver = await startReceiver((_request, response) =>
    response.writeHead(status).end('you sent SECRET-KEY-1'),
  );
  const config: ConfigFile = {
    ...oneCrmConfig(events.url, { url: 'http://127.0.0.1:9/' }),
    settings: { plaintextSecrets: true },
    webhooks: [
      {
        id: 'w',
        name: 'Calls',
        url: `${receiver.url}/calls`,
        headers: [{ name: 'X-Key', secret: 'SECRET-KEY-1' }],
        body: { kind: 'fields', fields: [{ name: 'call', value: '{{callId}}' }] },
      },
    ],
    rules: [
      {
        id: 'h',
        name: 'H',
        when: { stage: 'hangup' },
        actions: [{ do: 'send', webhook: 'w' }],
      },
    ],
  };
  const { desk, log } = await launchRingcue({ config });
  await events.connected();
  await button(desk, 'Webhooks').click();
  await desk.getByRole('tab', { name: 'Deliveries' }).click();
  await desk.getByText('Nothing has been sent yet.').waitFor();
  events.send(callEvent('hangup', { callId: 'one' }, 'e1'));
  await desk.getByTestId('delivery-row').getByText('Failed', { exact: true }).waitFor();
  await desk.locator('svg.recharts-surface').first().waitFor();
  await screenshot(desk, 'deliveries');
  await button(desk, 'Show delivery: Calls').click();
  await desk.getByRole('dialog').getByText('HTTP 422', { exact: true }).waitFor();
  await desk.getByText('X-Key: ******').waitFor();
  expect(await desk.getByRole('dialog').innerText()).not.toContain('SECRET-KEY-1');
  await screenshot(desk, 'delivery');
  status = 204;
  await desk.getByRole('switch', { name: 'Edit request' }).click();
  await desk.getByLabel('Body').fill('{"call":"corrected"}');
  await button(desk, 'Retry').click();
  await desk.getByRole('dialog').getByText('HTTP 204', { exact: true }).waitFor();
  expect(receiver.requests.map(({ body }) => body)).toEqual([
    '{"call":"one"}',
    '{"call":"corrected"}',
  ]);
  expect(new Set(receiver.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(receiver.requests[1]!.headers['x-key']).toBe('SECRET-KEY-1');
  await desk.keyboard.press('Escape');

  status = 410;
  events.send(callEvent('hangup', { callId: 'two' }, 'e2'));
  await until(
    () => (receiver.requests.length >= 3 ? true : undefined),
    'the request that is answered 410',
  );
  await desk.getByText('returned HTTP 410 (gone)').first().waitFor();
  status = 204;
  await desk.getByRole('button', { name: 'Retry failed (1)' }).click();
  await desk.getByText('1 queued for retry.').waitFor();
  await receiver.received(4);
  expect(log()).not.toContain('SECRET-KEY-1');
});
