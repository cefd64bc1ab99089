import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { filledEntry } from '../../shared/connect/filled-entry.ts';
import { connectSystems } from '../../shared/connect/systems.ts';
import { deskPhone } from '../../shared/dialects/recipes/desk-phone.ts';
import { oneCrmConfig, type ConfigFile } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { decrypted } from '../support/decrypted.ts';
import { freePort } from '../support/free-port.ts';
import { startKeyring } from '../support/keyring.ts';
import { launchRingcue, type Ringcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const secret = 'a-secret-of-this-test-0123';
const key = 'a passphrase of the CRM';

/** A desk that Call Center Studio calls, with an encrypted popup. */
async function calledDesk(transport: object = {}, source: object = {}) {
  const crm = await startCrm();
  const port = await freePort();
  const encryption = { key, keyForm: 'passphrase' } as const;
  const config: ConfigFile = oneCrmConfig('ws://unused', { url: crm.url, encryption });
  const ringcue = await launchRingcue({
    config: {
      ...config,
      sources: [
        {
          id: 'ccs',
          name: 'Call Center Studio',
          dialect: 'call-center-studio',
          feed: { stage: 'ringing', country: 'TR' },
          carries: 'this-agent',
          transport: { type: 'http', secret, port, ...transport },
          ...source,
        },
      ],
    },
  });
  await ringcue.desk.getByText('Listening', { exact: true }).waitFor();
  return { crm, ringcue, address: `http://127.0.0.1:${port}/${secret}`, port };
}

const curl = (...args: string[]): string =>
  execFileSync('curl', ['-s', '-i', '--max-time', '10', ...args], { encoding: 'utf8' });

/** Opens an address as Call Center Studio does: in a window of a browser. */
const navigate = (app: Ringcue['app'], url: string): Promise<string> =>
  app.evaluate(async ({ BrowserWindow }, address) => {
    const window = new BrowserWindow({ show: false, webPreferences: { partition: 'browser' } });
    await window.loadURL(address);
    const text = (await window.webContents.executeJavaScript('document.body.innerText')) as string;
    window.destroy();
    return text;
  }, url);

it('pops for an address that Call Center Studio opens in a browser, and for the same by curl', async () => {
  const { crm, ringcue, address } = await calledDesk();
  const text = await navigate(
    ringcue.app,
    `${address}?Event=ringing&CallID=studio-1&CallerID=%2B905321234567&QueueName=Sat%C4%B1%C5%9F`,
  );
  expect(text.trim()).toBe('Ringcue has received the call. You can close this tab.');
  const answer = curl(`${address}?Event=ringing&CallID=studio-2&CallerID=05321234568`);
  expect(answer).toMatch(/^HTTP\/1.1 200 OK/);
  const visits = await crm.visited(2);
  expect(visits.map((visit) => decrypted(visit, key))).toEqual([
    { call: 'studio-1', phone: '+905321234567', queue: 'Satış' },
    { call: 'studio-2', phone: '+905321234568' },
  ]);
  await ringcue.popup(2);
  // A tab that is loaded again rings nothing again.
  await navigate(ringcue.app, `${address}?Event=ringing&CallID=studio-1&CallerID=%2B905321234567`);
  await ringcue.logged(/event repeated/);
  expect(crm.visits).toHaveLength(2);
  expect(ringcue.log()).not.toContain(secret);
});

it('answers who does not know the address alike, and hears no other Host', async () => {
  const { crm, ringcue, address, port } = await calledDesk();
  const origin = `http://127.0.0.1:${port}`;
  const event = '?Event=ringing&CallID=x&CallerID=1';
  const answers = [
    curl(`${origin}/`),
    curl(`${origin}/${secret}0${event}`),
    curl(`${origin}/favicon.ico`),
    curl('-X', 'POST', '-d', 'a=1', `${origin}/wrong`),
    curl('-H', 'Host: evil.example', `${address}${event}`),
    curl('-H', `Host: evil.example:${port}`, '-H', 'Origin: http://evil.example', address + event),
  ];
  expect(answers[0]).toMatch(/^HTTP\/1.1 404 Not Found/);
  expect(new Set(answers).size).toBe(1);
  curl(`${address}?Event=ringing&CallID=real&CallerID=2`);
  await crm.visited(1);
  await ringcue.popup(1);
  expect(decrypted(crm.visits[0] ?? '', key)).toMatchObject({ call: 'real' });
});

it('pops for a desk phone’s Action URL, filled in as the phone does', async () => {
  const yealink = connectSystems.find(({ name }) => name === 'yealink');
  const entry = yealink?.ways[0].entries[0];
  const { crm, ringcue, address } = await calledDesk(
    {},
    { dialect: 'mapping', feed: { mapping: deskPhone.expression } },
  );
  const values: Record<string, string> = {
    $call_id: '1045833402@10.0.0.20',
    $remote: 'sip:+12025550143@pbx.example.com',
    $display_remote: 'Grace%20Hopper',
    $active_user: '1004',
  };
  const url = filledEntry(entry!, address).replace(/\$\w+/g, (name) => values[name] ?? name);
  expect(curl(url)).toMatch(/^HTTP\/1.1 200 OK/);
  await crm.visited(1);
  await ringcue.popup(1);
  expect(decrypted(crm.visits[0] ?? '', key)).toMatchObject({ phone: '+12025550143' });
});

it('pops for a link where the source accepts links, and ignores all others', async () => {
  const { crm, ringcue } = await calledDesk({ eventLinks: true });
  const second = (link: string) =>
    ringcue.app.evaluate(({ app }, argument) => {
      app.emit('second-instance', {}, ['ringcue', argument], '/');
    }, link);
  await second(`ringcue://event/of-somebody-else-0123?Event=ringing&CallID=a&CallerID=1`);
  await ringcue.logged(/event link ignored/);
  await second(`ringcue://event/${secret}?Event=ringing&CallID=by-link&CallerID=%2B905321234567`);
  await crm.visited(1);
  await ringcue.popup(1);
  expect(decrypted(crm.visits[0] ?? '', key)).toMatchObject({ call: 'by-link' });
});

it('leads from the choice of a system to its first event', async () => {
  const keyring = await startKeyring();
  const folder = temporaryFolder();
  const launch = { folder, args: keyring.args, env: keyring.env };
  const first = await launchRingcue(launch);
  const { desk } = first;
  await desk.getByLabel('Email').fill('ada@example.com');
  await desk.getByRole('button', { name: 'Continue', exact: true }).click();
  await desk.getByRole('button', { name: 'Connect your phone system' }).click();
  await desk.getByTestId('tile-call-center-studio').waitFor();
  await screenshot(desk, 'connect');
  await screenshot(desk, 'connect-dark', 'dark');
  // By keyboard alone.
  await desk.getByTestId('tile-call-center-studio').focus();
  await desk.keyboard.press('Enter');
  await desk.getByRole('button', { name: 'Create the address' }).focus();
  await desk.keyboard.press('Enter');
  await desk.getByTestId('first-event-waiting').waitFor();
  const address = await desk.getByRole('textbox', { name: 'Url', exact: true }).inputValue();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{40}$/);
  await screenshot(desk, 'connect-waiting');

  curl(address);
  await desk.getByTestId('first-event-unreadable').getByText('carried no data').waitFor();
  await screenshot(desk, 'connect-unreadable');

  curl(`${address}?Event=ringing&CallID=1&CallerID=%2B905321234567&QueueName=Sales`);
  await desk.getByTestId('first-event-unmatched').waitFor();
  await desk.getByTestId('read-fields').getByText('+905321234567').waitFor();
  await screenshot(desk, 'connect-unmatched');
  await desk.getByRole('button', { name: 'Done', exact: true }).click();
  await desk.getByTestId('source-row').getByText('Listening').waitFor();
  await first.close();

  const { desk: later } = await launchRingcue(launch);
  await later.getByRole('button', { name: 'Sources' }).click();
  await later.getByTestId('source-row').getByText('Listening').waitFor();
  await screenshot(later, 'sources-listening');
  await later.getByRole('button', { name: 'Edit: Call Center Studio' }).click();
  await expect
    .poll(() => later.getByRole('textbox', { name: 'Address for the phone system' }).inputValue())
    .toBe(address);
  await screenshot(later, 'source-editor-http');
});

it('shows a desk phone’s addresses on the network, and the first call that a rule matches', async () => {
  const keyring = await startKeyring();
  const crm = await startCrm();
  const folder = temporaryFolder();
  const { sources: _none, ...document } = oneCrmConfig('ws://unused', { url: crm.url });
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(document));
  const { desk } = await launchRingcue({ folder, args: keyring.args, env: keyring.env });
  await desk.getByRole('button', { name: 'Connect your phone system' }).click();
  await desk.getByTestId('tile-acefone').click();
  await screenshot(desk, 'connect-gateway');
  await desk.getByRole('button', { name: 'Choose another' }).click();
  await desk.getByTestId('tile-yealink').click();
  await desk.getByRole('button', { name: 'Create the address' }).waitFor();
  await screenshot(desk, 'connect-phone-network');
  // Phones are elsewhere; this test is not.
  await desk.getByRole('combobox', { name: 'Reached through' }).click();
  await desk.getByRole('option', { name: /^This computer only/ }).click();
  await desk.getByRole('button', { name: 'Create the address' }).click();
  const field = desk.getByRole('textbox', { name: 'Incoming Call', exact: true });
  const url = await field.inputValue();
  curl(url.replace('$remote', 'sip:+12025550143@pbx').replace('$call_id', '7'));
  await desk.getByTestId('first-event-matched').waitFor();
  await crm.visited(1);
  await desk.evaluate('window.scrollTo(0, 0)');
  await screenshot(desk, 'connect-matched');
});
