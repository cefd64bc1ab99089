import { DateTime } from 'luxon';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { oneCrmConfig, sourceOf } from '../support/config.ts';
import { testEventServer } from '../support/event-server.ts';
import { launchOwn } from '../support/launch-own.ts';
import { startReceiver } from '../support/receiver.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { until } from '../support/until.ts';

const button = (desk: Page, name: string) => desk.getByRole('button', { name, exact: true });
const select = (desk: Page, label: string) =>
  desk.getByRole('combobox', { name: label, exact: true });
/** The growing preview must not cover the field. Another window that takes the focus closes the list. */
const choose = (desk: Page, label: string, option: string) =>
  until(async () => {
    // The key opens the list, or leaves it open where the focus has done so.
    await select(desk, label).press('ArrowDown');
    const choice = desk.getByRole('option', { name: option, exact: true });
    return choice.click({ timeout: 2_000 }).then(
      () => true,
      () => undefined,
    );
  }, `the choice of ${option}`);

const trigger = 'Call answered by Agent';
const startStamp = DateTime.now().setZone('Asia/Kolkata').toFormat('yyyy-MM-dd HH:mm:ss');
const answered = {
  uuid: '61111f5e708c5',
  call_to_number: '918069010148',
  caller_id_number: '918383081442',
  start_stamp: startStamp,
  answered_agent_number: '1004',
  call_id: '1628364922.6274679',
  billing_circle: { operator: 'Airtel', circle: 'Delhi' },
  call_status: 'Answered',
  direction: 'inbound',
  customer_no_with_prefix: '918383081442',
  trigger,
};

interface Form {
  readonly name: string;
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly contentType: string;
}

/** The manual's form from top to bottom, with two variables left out and a value of the company's own. */
async function fillForm(desk: Page, { name, url, method, contentType }: Form): Promise<void> {
  await button(desk, 'Add webhook').click();
  await desk.getByRole('menuitem', { name: 'Acefone format' }).click();
  await desk.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await desk.getByRole('textbox', { name: 'URL', exact: true }).fill(`${url}/${name}`);
  await desk.getByText(method, { exact: true }).click();
  await choose(desk, 'Trigger', trigger);
  await choose(desk, 'Call type', 'Inbound');
  await desk.keyboard.press('Tab');
  await choose(desk, 'My numbers', '+918069010148');
  await desk.keyboard.press('Tab');
  await choose(desk, 'Content-Type', contentType);
  for (const variable of ['uuid', 'billing_circle']) {
    await desk.getByRole('checkbox', { name: variable, exact: true }).uncheck();
  }
  await button(desk, 'Add field').click();
  await desk.getByLabel('Additional fields: Name').fill('branch');
  await desk.getByLabel('Additional fields: Value').fill('Delhi & Agra');
  await button(desk, 'Save').click();
  await desk.getByText(`Webhook “${name}” saved.`).waitFor();
}

it('sends what Acefone’s form says, as a form, as JSON and in the address, byte by byte', async () => {
  const events = await testEventServer();
  const receiver = await startReceiver();
  const sources = sourceOf('acefone', events.url, { country: 'IN', timeZone: 'IST' });
  const base = oneCrmConfig(events.url, { url: 'http://127.0.0.1:9/' }, { sources });
  const first = await launchOwn({ ...base, popups: [], rules: [] });
  const { desk } = first;
  await events.connected();
  // My Numbers offers what was called.
  events.send({ ...answered, call_id: 'before' });
  await desk.getByTestId('call').waitFor();
  await button(desk, 'Webhooks').click();
  const form = 'application/x-www-form-urlencoded';
  const [method, url] = ['POST' as const, receiver.url];
  await fillForm(desk, { name: 'form', url, method, contentType: form });
  await fillForm(desk, { name: 'json', url, method, contentType: 'application/json' });
  await fillForm(desk, { name: 'get', url, method: 'GET', contentType: form });

  // Another trigger, another number of the company and another call type: nothing is sent.
  events.send({ ...answered, trigger: 'Call received on Server' });
  events.send({ ...answered, call_id: 'other number', call_to_number: '918069010149' });
  events.send({ ...answered, call_id: 'other type', direction: 'click_to_call' });
  events.send(answered);
  const requests = await receiver.received(3);
  const sent = requests.map(({ method, url, headers, body }) =>
    [method, url, headers['content-type'] ?? '-', body].join(' '),
  );
  const stamp = encodeURIComponent(startStamp);
  const pairs = (stamp: string, branch: string) =>
    'call_to_number=918069010148&caller_id_number=918383081442' +
    `&start_stamp=${stamp}&answered_agent_number=1004&call_id=1628364922.6274679` +
    '&call_status=Answered&direction=inbound&customer_no_with_prefix=918383081442' +
    `&branch=${branch}`;
  expect(sent.sort()).toEqual([
    `GET /get?${pairs(stamp, 'Delhi%20%26%20Agra')} - `,
    `POST /form ${form} ${pairs(stamp.replace('%20', '+'), 'Delhi+%26+Agra')}`,
    'POST /json application/json {"call_to_number":"918069010148",' +
      `"caller_id_number":"918383081442","start_stamp":"${startStamp}",` +
      '"answered_agent_number":"1004","call_id":"1628364922.6274679","call_status":"Answered",' +
      '"direction":"inbound","customer_no_with_prefix":"918383081442","branch":"Delhi & Agra"}',
  ]);

  // No rule has the other number: it is known from the history.
  await first.close();
  const again = (await launchRingcue({ folder: first.folder })).desk;
  await button(again, 'Webhooks').click();
  await button(again, 'Edit: form').click();
  await select(again, 'My numbers').click();
  await again.getByRole('option', { name: '+918069010149', exact: true }).waitFor();
});
