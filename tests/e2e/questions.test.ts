import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { ElectronApplication } from 'playwright';
import { expect, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { page, startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { english } from '../../shared/text/english.ts';
import { callEvent } from '../support/events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { deskFocused, focusPopup } from '../support/typed-window.ts';
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
  await deskFocused(ringcue.app);
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

it('saves a file after a click into the Downloads folder, and none of a page that nobody looks at', async () => {
  const downloads = temporaryFolder();
  const events = await testEventServer();
  const file = (name: string) => (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-disposition': `attachment; filename="${name}"` });
    response.end('a,b');
  };
  const crm = await startCrm({
    '/call': (_request, response) =>
      page(response, '<a href="/report">Report</a><iframe src="/unasked"></iframe>'),
    '/report': file('report.csv'),
    '/unasked': file('unasked.csv'),
  });
  const { app, desk, popup, logged } = await launchRingcue({
    config: oneCrmConfig(events.url, { url: crm.url }),
  });
  await app.evaluate(({ app }, folder) => app.setPath('downloads', folder), downloads);
  await events.connected();
  await deskFocused(app);
  events.send(callEvent('ringing'));
  const [window] = await popup(1);
  await logged(/download refused/);
  await focusPopup(app, '+31 20');
  await window?.getByRole('link', { name: 'Report' }).click();
  await logged(/download ended.*completed/);
  await desk.getByText(english('problem.download.saved', { file: 'report.csv' })).waitFor();
  expect(readdirSync(downloads)).toEqual(['report.csv']);
  expect(readFileSync(path.join(downloads, 'report.csv'), 'utf8')).toBe('a,b');
});
