import { expect, it } from 'vitest';
import { startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { startKeyring } from '../support/keyring.ts';
import { addParameter } from '../support/popup-parameters.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { screenshot } from '../support/screens.ts';

it('takes a newcomer from an empty app to an encrypted popup, and keeps it over a restart', async () => {
  const keyring = await startKeyring();
  const events = await testEventServer();
  const crm = await startCrm();
  const folder = temporaryFolder();
  const launch = { folder, args: keyring.args, env: keyring.env };
  const ringcue = await launchRingcue(launch);
  const { desk } = ringcue;
  await desk.getByRole('heading', { name: 'Who uses this computer?' }).waitFor();
  await screenshot(desk, 'first-run');
  await desk.getByLabel('Email').fill('ada@example.com');
  await desk.getByRole('button', { name: 'Continue', exact: true }).click();

  await desk.getByRole('button', { name: 'Connect your phone system' }).click();
  await desk.getByRole('button', { name: 'Add source' }).click();
  await desk.getByRole('textbox', { name: 'Name', exact: true }).fill('PBX');
  await desk.getByLabel('Server URL').fill('http://wrong');
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByText('The URL must start with wss://').first().waitFor();
  await desk.getByLabel('Server URL').fill(events.url);
  await desk.getByLabel('Bearer token').fill('a-token-of-the-pbx');
  await desk.getByLabel('Subscribe message').fill('{"subscribe":"${agent.email}"}');
  await screenshot(desk, 'source-editor');
  await desk.getByRole('button', { name: 'Save' }).click();
  await events.connected();
  expect(events.handshakes.at(-1)?.authorization).toBe('Bearer a-token-of-the-pbx');
  expect(await events.received(1)).toEqual(['{"subscribe":"ada@example.com"}']);

  await desk.getByRole('button', { name: 'Popups', exact: true }).click();
  await desk.getByRole('button', { name: 'Add popup' }).click();
  await desk.getByRole('textbox', { name: 'Name', exact: true }).fill('Müşteri');
  await desk.getByRole('textbox', { name: 'URL', exact: true }).fill(`${crm.url}?tenant=1#notes`);
  await addParameter(desk, 'Caller ID', 'phone');
  await addParameter(desk, 'Queue Name', 'queue');
  await desk.getByRole('switch', { name: 'Enable encryption' }).check();
  await desk.getByLabel('Encryption key').fill('a long passphrase');
  const shown = (url: string, hasText: string) => desk.getByTestId(url).filter({ hasText });
  await shown('preview-plain', 'phone=%2B31201234567&queue=Sales').waitFor();
  await shown('preview-sent', 'data=').waitFor();
  await screenshot(desk, 'popup-editor');
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByTestId('popup-row').getByText('Müşteri').first().waitFor();
  await screenshot(desk, 'popups');

  await desk.getByRole('button', { name: 'Desk' }).click();
  events.send(callEvent('ringing', { contactName: 'Grace Hopper' }));
  await crm.visited(1);
  expect(crm.visits[0]).toMatch(/^\/call\?tenant=1&data=[\w-]+$/);
  await desk.getByTestId('call').getByText('Grace Hopper').waitFor();
  // Its popup is on its card, and a call stands once on the desk.
  await desk.getByTestId('call').getByRole('button', { name: 'Reopen: Grace Hopper' }).waitFor();
  expect(await desk.getByTestId('recent').count()).toBe(0);
  await screenshot(desk, 'desk');
  await screenshot(desk, 'desk-dark', 'dark');
  await desk.getByRole('button', { name: 'Settings' }).click();
  await screenshot(desk, 'settings');
  await ringcue.close();

  const again = await launchRingcue(launch);
  await again.desk.getByTestId('recent').getByText('Grace Hopper').waitFor();
  await again.desk.getByRole('button', { name: 'Reopen' }).click();
  await crm.visited(2);
  await again.desk.getByRole('button', { name: 'Popups', exact: true }).click();
  await again.desk.getByRole('button', { name: 'Edit: Müşteri' }).click();
  await again.desk.getByText('Saved. Enter a new value to replace it.').waitFor();
  const sent = again.desk.getByTestId('preview-sent').filter({ hasText: 'data=' });
  await again.desk.getByLabel('Decrypt this URL').fill((await sent.textContent()) ?? '');
  await again.desk.getByRole('button', { name: 'Decrypt', exact: true }).click();
  const decrypted = again.desk.getByTestId('decrypted');
  await decrypted.filter({ hasText: '+31201234567' }).waitFor();
  await again.desk.getByRole('combobox', { name: 'Receiver' }).click();
  await again.desk.getByRole('option', { name: 'Own settings' }).click();
  await again.desk.getByRole('combobox', { name: 'Key format' }).click();
  await again.desk.getByRole('option', { name: '64 hex digits' }).click();
  await again.desk.getByRole('button', { name: 'Save' }).click();
  await again.desk.getByText('it must be 64 hex digits').first().waitFor();
  await again.desk.getByRole('button', { name: 'Close' }).last().click();
  await again.desk.getByText('Discard changes?').waitFor();
  await again.desk.getByRole('button', { name: 'Discard' }).click();
  await again.desk.getByRole('button', { name: 'Delete: Müşteri' }).click();
  await again.desk.getByText('Delete the popup “Müşteri”?').waitFor();
  const question = again.desk.getByRole('dialog', { name: 'Delete popup' });
  await question.getByRole('button', { name: 'Delete', exact: true }).click();
  await again.desk.getByText('No popups yet.').waitFor();
});

it('refuses to store a key where nothing protects it, until that is allowed', async () => {
  const ringcue = await launchRingcue({ folder: temporaryFolder() });
  const { desk } = ringcue;
  await desk.getByLabel('Agent ID', { exact: true }).fill('83');
  await desk.getByRole('button', { name: 'Continue', exact: true }).click();
  const addPopup = async (): Promise<void> => {
    await desk.getByRole('button', { name: 'Popups', exact: true }).click();
    await desk.getByRole('button', { name: 'Add popup' }).click();
    await desk.getByRole('textbox', { name: 'Name', exact: true }).fill('CRM');
    await desk
      .getByRole('textbox', { name: 'URL', exact: true })
      .fill('https://crm.example.com/call');
    await desk.getByRole('switch', { name: 'Enable encryption' }).check();
    await desk.getByLabel('Encryption key').fill('a long passphrase');
    await desk.getByRole('button', { name: 'Save' }).click();
  };
  await addPopup();
  await desk.getByText('this computer has no secure key storage').waitFor();
  await desk.getByRole('button', { name: 'Close' }).last().click();
  await desk.getByRole('button', { name: 'Discard' }).click();
  await desk.getByRole('button', { name: 'Settings' }).click();
  await desk.getByRole('tab', { name: 'Network' }).click();
  await desk.getByRole('switch', { name: 'Store keys and tokens unencrypted' }).click();
  await addPopup();
  await desk.getByTestId('popup-row').getByText('CRM', { exact: true }).first().waitFor();
});

it('locks what a configuration file decides', async () => {
  const ringcue = await launchRingcue({
    config: {
      version: 3,
      agent: { id: '83' },
      popups: [{ id: 'crm', name: 'Managed CRM', url: 'https://crm.example.com' }],
      settings: { appearance: 'dark' },
    },
  });
  const { desk } = ringcue;
  await desk.getByRole('button', { name: 'Popups', exact: true }).click();
  await desk.getByText('Managed CRM').waitFor();
  expect(await desk.getByRole('button', { name: 'Add popup' }).count()).toBe(0);
  expect(await desk.getByRole('button', { name: /^Edit:/ }).count()).toBe(0);
  await desk.getByText('Set by your company’s configuration file.').first().waitFor();
  const reply = await desk.evaluate(() =>
    window.ringcue.calls['definitions.change']({ do: 'delete', part: 'popups', ids: ['crm'] }),
  );
  expect(reply).toMatchObject({ ok: false });
  const bad = await desk.evaluate(() =>
    window.ringcue.calls['agent.save']({ id: 5, evil: true } as unknown as { id: string }),
  );
  expect(bad).toMatchObject({ ok: false });
  await desk.getByRole('button', { name: 'Settings' }).click();
  expect(await desk.getByLabel('Agent ID', { exact: true }).isDisabled()).toBe(true);
});

it('rings a demo call on request', async () => {
  const ringcue = await launchRingcue();
  await ringcue.desk.getByRole('button', { name: 'Try the demo' }).click();
  const [popup] = await ringcue.popup(1);
  await popup?.getByRole('heading', { name: 'Grace Hopper' }).waitFor();
  await ringcue.desk.getByText('Demo mode: calls are simulated.').waitFor();
  await ringcue.desk.getByRole('button', { name: 'Simulate a call' }).click();
  await ringcue.popup(2);
  await ringcue.desk.getByRole('button', { name: 'Stop the demo' }).click();
  await ringcue.desk.getByRole('heading', { name: 'Who uses this computer?' }).waitFor();
});
