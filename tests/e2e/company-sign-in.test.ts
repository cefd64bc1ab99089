import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { startCrm } from '../support/crm.ts';
import { browse, startIssuer } from '../support/company-issuer.ts';
import { callEvent } from '../support/events.ts';
import { builtGateway, startGateway } from '../support/gateway.ts';
import { startKeyring } from '../support/keyring.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { until } from '../support/until.ts';

const program = builtGateway();

/** The source's own line; the agent's menu says it too. */
const connected = (desk: Page): Promise<void> =>
  desk.getByRole('status').getByText('Connected', { exact: true }).waitFor();

it('signs an agent in by the system’s browser, and opens the popup of the next call', async () => {
  const issuer = await startIssuer();
  const gateway = await startGateway(program(), {
    signIn: { issuer: issuer.url, audience: 'ringcue', browser: { prompt: 'consent' } },
  });
  const crm = await startCrm();
  const keyring = await startKeyring();
  const { app, desk, folder, close } = await launchRingcue({
    ...keyring,
    config: configOf(gateway.port, crm.url),
  });
  await app.evaluate(({ shell }) => {
    shell.openExternal = (url) => {
      Reflect.set(globalThis, 'opened', url);
      return Promise.resolve();
    };
  });
  await desk.getByText('Sign in to receive calls.').waitFor();
  await desk.getByRole('button', { name: 'Sign in', exact: true }).click();
  const page = await until(
    () => app.evaluate(() => Reflect.get(globalThis, 'opened') as string | undefined),
    'the browser',
  );
  await desk.getByText('Finish signing in in your browser.').waitFor();
  expect(await browse(page, 'ada@example.com')).toContain('You are signed in to Ringcue.');
  await connected(desk);
  await gateway.post(callEvent('ringing', { callId: 'a' }));
  expect((await crm.visited(1))[0]).toContain('call=a');
  await close();

  // The next start needs no browser.
  const again = await launchRingcue({
    ...keyring,
    folder,
    config: configOf(gateway.port, crm.url),
  });
  await connected(again.desk);
}, 120_000);

function configOf(port: number, crmUrl: string) {
  return {
    version: 3 as const,
    agent: { name: 'Ada', id: '83' },
    sources: [
      {
        id: 'gateway',
        name: 'Gateway',
        transport: {
          type: 'websocket' as const,
          url: `ws://127.0.0.1:${port}/desk`,
          companySignIn: true as const,
        },
      },
    ],
    popups: [
      { id: 'crm', name: 'CRM', url: crmUrl, parameters: [{ name: 'call', field: 'callId' }] },
    ],
    rules: [
      {
        id: 'rule',
        name: 'Call arrives',
        when: { stage: 'ringing' as const },
        actions: [{ do: 'popup' as const, popup: 'crm' }],
      },
    ],
  };
}
