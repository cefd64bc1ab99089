import { expect, inject, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { startImage } from '../support/image-app.ts';
import { ownImage } from '../support/own-image.ts';
import { hasOwnFileSystem, ownPolicy } from '../support/own-policy.ts';
import { newSigningKey } from '../support/shared-config.ts';
import { startSharedConfig } from '../support/shared-config-server.ts';
import { until } from '../support/until.ts';

/** A company whose configuration says in the CRM's address which revision it is. */
async function startCompany() {
  const events = await testEventServer();
  const crm = await startCrm();
  const shared = await startSharedConfig();
  const policy = ownPolicy(ownImage(inject('images').versions[0]));
  policy.write({
    version: 1,
    configuration: { version: 3, settings: { closeToTray: false } },
    remote: shared.remote,
  });
  return {
    ...{ events, crm, shared, policy },
    publish: (revision: number, by?: ReturnType<typeof newSigningKey>): Promise<void> => {
      const url = `${crm.url}?revision=${revision}`;
      const { version: _version, ...config } = oneCrmConfig(events.url, { url });
      return shared.publish(revision, config, by);
    },
    ring: async (callId: string): Promise<string> => {
      await events.connected();
      events.send(callEvent('ringing', { callId }));
      return until(() => crm.visits.find((one) => one.includes(`call=${callId}`)), 'the popup');
    },
    end: (callId: string) => events.send(callEvent('hangup', { callId })),
  };
}

it.runIf(hasOwnFileSystem)(
  'follows a policy and its URL: between calls, no forged or older revision, and without network',
  async () => {
    const { shared, policy, publish, ring, end } = await startCompany();
    await publish(3);
    const app = startImage(policy.starter);
    await app.logged(/managed configuration in force revision=3/);
    expect(await ring('a')).toContain('revision=3');
    await publish(4);
    await until(() => shared.hasServed(4) || undefined, 'another look at the URL', 90_000);
    await app.settingsSay('managed', 'A newer revision starts when the call ends.');
    expect(await app.settingsSay('managed', 'Revision 3 is in force.')).not.toContain('hidden');
    await app.settingsSay('tray', 'Set by your company’s policy');
    await app.settingsSay('extension', 'Set by your company’s shared configuration');
    end('a');
    await app.logged(/managed configuration in force revision=4/);
    expect(await ring('b')).toContain('revision=4');
    end('b');

    await publish(5, newSigningKey());
    await app.logged(/managed configuration refused .*not signed with a key of the policy/);
    await app.settingsSay('managed', 'not signed with a key of the policy');
    await app.settingsSay('managed', 'Revision 4 is in force.');
    await app.quit();

    await publish(3);
    app.start();
    await app.logged(/managed configuration refused .*revision 3 is not newer than revision 4/);
    await app.settingsSay('managed', 'revision 3 is not newer than revision 4');
    expect(await ring('c')).toContain('revision=4');
    end('c');
    await app.quit();

    await shared.stop();
    app.start();
    await app.logged(/configuration not fetched/);
    await app.settingsSay('managed', 'Revision 4 is in force.');
    expect(await ring('d')).toContain('revision=4');
    await app.quit();
    expect(app.lines(/uncaught|unhandled/)).toEqual([]);
  },
  400_000,
);
