import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { startKeyring } from '../support/keyring.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const curl = (...args: string[]): string =>
  execFileSync('curl', ['-s', '-i', '--max-time', '10', ...args], { encoding: 'utf8' });

it('comes from the empty app to a popup of a real system’s call in ten steps at most', async () => {
  const keyring = await startKeyring();
  const crm = await startCrm();
  const { desk, popup } = await launchRingcue({ args: keyring.args, env: keyring.env });
  let steps = 0;
  /** A press or a field that a person fills. */
  const step = async (act: Promise<unknown>): Promise<void> => {
    steps += 1;
    await act;
  };
  const press = (name: string | RegExp) =>
    step(desk.getByRole('button', { name, exact: true }).click());
  await step(desk.getByLabel('Email').fill('ada@example.com'));
  await press('Continue');
  await desk.getByTestId('setup-done').getByText('1 of 4 done').waitFor();
  await screenshot(desk, 'setup');
  await screenshot(desk, 'setup-dark', 'dark');
  await press('Connect your phone system');
  await step(desk.getByTestId('tile-call-center-studio').click());
  await press('Create the address');
  const address = await desk.getByRole('textbox', { name: 'Url', exact: true }).inputValue();
  await press('Desk');
  await desk.getByTestId('setup-done').getByText('2 of 4 done').waitFor();
  await press('Add the CRM page');
  const url = desk.getByRole('textbox', { name: 'URL', exact: true });
  await step(url.fill(`${crm.url}?phone={{callerNumber}}`));
  await press('Save');
  await desk.getByTestId('popup-row').waitFor();
  // What Call Center Studio opens in the agent's browser.
  curl(`${address}?Event=ringing&CallID=studio-1&CallerID=%2B905321234567&QueueName=Sales`);
  await crm.visited(1);
  await popup(1);
  expect(crm.visits[0]).toBe('/call?phone=%2B905321234567');
  expect(steps).toBeLessThanOrEqual(10);
  console.log(`${steps} steps from the empty app to the first popup`);
  await desk.getByRole('button', { name: 'Desk', exact: true }).click();
  await desk.getByTestId('call').waitFor();
  expect(await desk.getByText('Set up Ringcue').count()).toBe(0);
});

it('takes a configuration file instead', async () => {
  const crm = await startCrm();
  const { agent: _agent, ...config } = oneCrmConfig('ws://127.0.0.1:9', { url: crm.url });
  const file = path.join(temporaryFolder(), 'company.json');
  writeFileSync(file, JSON.stringify(config));
  const { app, desk } = await launchRingcue();
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  await desk.getByLabel('Email').fill('ada@example.com');
  await desk.getByRole('button', { name: 'Continue', exact: true }).click();
  await desk.getByRole('button', { name: 'I have a configuration file' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Import' });
  await dialog.getByRole('button', { name: 'Import' }).click();
  await desk.getByTestId('setup-popup').getByRole('img', { name: 'Done' }).waitFor();
  await screenshot(desk, 'setup-imported');
});
