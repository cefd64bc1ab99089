import { expect, it } from 'vitest';
import { homeWithCertificate, startCuriousSite } from '../support/client-certificate.ts';
import { oneCrmConfig } from '../support/config.ts';
import { page, startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { useOwnDesktop } from '../support/own-desktop.ts';
import { answerQuestion } from '../support/question.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { makeCertificate } from '../support/tls-server.ts';
import { until } from '../support/until.ts';

useOwnDesktop();

const agent = 'Ada Lovelace';

/** An agent with a certificate, and a site that asks for one. */
async function setUp() {
  const certificate = makeCertificate();
  const { home, certificate: wanted } = homeWithCertificate(agent, certificate.caFile);
  return { home, site: await startCuriousSite(certificate, wanted) };
}

async function ring(home: string, url: string) {
  const events = await testEventServer();
  const ringcue = await launchRingcue({
    config: oneCrmConfig(events.url, { url }),
    env: { HOME: home },
  });
  await events.connected();
  // A desk that appears later would take the focus from the question.
  await until(
    () => ringcue.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null),
    'the desk to have the focus',
  );
  events.send(callEvent('ringing'));
  return ringcue;
}

it('sends the agent’s certificate to no site that a page embeds, and asks nothing', async () => {
  const { home, site } = await setUp();
  const crm = await startCrm({
    '/call': (_request, response) =>
      page(
        response,
        `<h1>CRM</h1><img src="${site.origin}/image"><iframe src="${site.origin}/frame">`,
      ),
  });
  const { popup } = await ring(home, crm.url);
  await popup(1);
  const visits = await site.visited(2);
  expect(visits.map(({ path }) => path).sort()).toEqual(['/frame', '/image']);
  expect(visits.map((visit) => visit.agent)).toEqual([undefined, undefined]);
});

it('sends it to the popup’s own site where the agent chooses it', async () => {
  const { home, site } = await setUp();
  await ring(home, `${site.origin}/call`);
  await answerQuestion('Tab', 'Return');
  const [visit] = await site.visited(1);
  expect(visit?.agent).toBe(agent);
});

it('sends none where a stray Return answers the question', async () => {
  const { home, site } = await setUp();
  await ring(home, `${site.origin}/call`);
  await answerQuestion('Return');
  const [visit] = await site.visited(1);
  expect(visit?.path).toMatch(/^\/call\?/);
  expect(visit?.agent).toBeUndefined();
});
