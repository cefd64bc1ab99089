import type { ElectronApplication } from 'playwright';
import { expect, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { page, startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { useOwnDesktop } from '../support/own-desktop.ts';
import { answerQuestion } from '../support/question.ts';
import { launchRingcue } from '../support/ringcue.ts';

useOwnDesktop();

const openLink = (app: ElectronApplication, link: string): Promise<boolean> =>
  app.evaluate(
    ({ app }, url) => app.emit('open-url', { preventDefault: () => undefined }, url),
    link,
  );

async function withDialling(dialWithoutAsking: boolean) {
  const events = await testEventServer();
  const crm = await startCrm({ '/dial': (_request, response) => page(response, 'ok') });
  const clickToCall = `${crm.origin}/dial?to={number}`;
  const ringcue = await launchRingcue({
    config: oneCrmConfig(
      events.url,
      { url: crm.url },
      { settings: { clickToCall, dialWithoutAsking } },
    ),
  });
  return { crm, ...ringcue };
}

it('dials the number of a link only where a person says so, and not by a stray Return', async () => {
  const { crm, app, logged } = await withDialling(false);
  await openLink(app, 'tel:+12025550104');
  await answerQuestion('Return');
  await logged(/not dialled/);
  await openLink(app, 'tel:+12025550105');
  await answerQuestion('Escape');
  await logged(/not dialled/, 2);
  expect(crm.visits).toEqual([]);
  await openLink(app, 'tel:+12025550106');
  await answerQuestion('Tab', 'Return');
  await crm.visited(1);
  expect(crm.visits).toEqual(['/dial?to=%2B12025550106']);
});

it('asks about a premium number where no other is asked about', async () => {
  const { crm, app, logged } = await withDialling(true);
  await openLink(app, 'tel:+12025550104');
  await crm.visited(1);
  await openLink(app, 'tel:+449098790000');
  await answerQuestion('Return');
  await logged(/not dialled/);
  expect(crm.visits).toEqual(['/dial?to=%2B12025550104']);
});
