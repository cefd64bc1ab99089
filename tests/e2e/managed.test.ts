import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { hasOwnFileSystem, ownPolicy } from '../support/own-policy.ts';
import { startReceiver } from '../support/receiver.ts';
import { electronPath, launchRingcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { newSigningKey, signedConfig } from '../support/shared-config.ts';

const settings = (desk: Page) =>
  desk.getByRole('button', { name: 'Settings', exact: true }).click();
const category = (desk: Page, name: string) => desk.getByRole('tab', { name }).click();
const checkNow = (desk: Page) => desk.getByRole('button', { name: 'Check now' }).click();

it.runIf(hasOwnFileSystem)(
  'takes a policy and the URL it names, and a newer revision once the call has ended',
  async () => {
    const key = newSigningKey();
    const events = await testEventServer();
    const crm = await startCrm();
    const served = { text: '' };
    const publish = async (revision: number, name: string, by = key): Promise<void> => {
      const { version: _version, ...config } = oneCrmConfig(events.url, { url: crm.url, name });
      const published = { at: '2026-03-14T09:26:53Z', note: name };
      served.text = await signedConfig(by, revision, { ...config, published });
    };
    const server = await startReceiver((_request, response) => response.end(served.text));
    await publish(3, 'CRM of all');
    const policy = ownPolicy(electronPath());
    policy.write({
      version: 1,
      configuration: { version: 3, settings: { closeToTray: false } },
      remote: { url: `${server.url}/ringcue.jws?key=hidden`, publicKeys: [key.x] },
    });
    const { desk, logged } = await launchRingcue({ executable: policy.starter });
    await logged(/managed configuration in force revision=3/);
    await events.connected();
    await settings(desk);
    await desk.getByText('Set by your company’s shared configuration').first().waitFor();
    await category(desk, 'General');
    const tray = desk.getByRole('switch', { name: /tray/i });
    expect(await tray.isDisabled()).toBe(true);
    await desk.getByText('Set by your company’s policy').filter({ visible: true }).waitFor();
    await category(desk, 'Configuration');
    const section = desk.getByRole('region', { name: 'Managed by your company' });
    await section.getByText('Revision 3 is in force.').waitFor();
    expect(await section.innerText()).not.toContain('hidden');

    events.send(callEvent('ringing', { callId: 'a' }));
    await crm.visited(1);
    events.send(callEvent('answered', { callId: 'a' }));
    await publish(4, 'CRM of tomorrow');
    await checkNow(desk);
    await section.getByText('A newer revision starts when the call ends.').waitFor();
    await screenshot(desk, 'managed');
    await section.getByText('Revision 3 is in force.').waitFor();
    events.send(callEvent('hangup', { callId: 'a' }));
    await section.getByText('Revision 4 is in force.').waitFor();

    await publish(5, 'Forged', newSigningKey());
    await checkNow(desk);
    await section.getByText('not signed with a key of the policy').waitFor();
    await section.getByText('Revision 4 is in force.').waitFor();
    await desk.getByRole('button', { name: 'Popups', exact: true }).click();
    await desk.getByText('CRM of tomorrow').first().waitFor();
  },
);
