import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { oneCrmConfig, type ConfigFile } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { narrowHeads, overflowing } from '../support/layout.ts';
import { launchRingcue, type Ringcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const oneWord = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(9).slice(0, 300);
const arabic = 'عبد الرحمن بن محمد '.repeat(16).slice(0, 300);
const spaced = 'Maria de los Ángeles Fernández '.repeat(10).slice(0, 300);

const withNames = (url: string, eventsUrl: string): ConfigFile => ({
  ...oneCrmConfig(eventsUrl, { url, name: oneWord.slice(0, 200) }),
  settings: { dispositions: [oneWord.slice(0, 100)], popupLimit: 2 },
  webhooks: [{ id: 'w', name: oneWord.slice(0, 200), url: `${url}/${oneWord}` }],
  rules: [
    {
      id: 'ring',
      name: oneWord.slice(0, 200),
      when: { stage: 'ringing' },
      which: { queues: ['Sales', oneWord.slice(0, 100)] },
      actions: [
        { do: 'popup', popup: 'crm' },
        { do: 'send', webhook: 'w' },
      ],
    },
  ],
  flows: [{ id: 'f', name: arabic.slice(0, 200), steps: [{ do: 'send', webhook: 'w' }] }],
});

/** Twenty calls at once: names too long, from right to left, and none, with no number either. */
const twenty = Array.from({ length: 20 }, (_, at) => ({
  callId: `c-${at}`,
  queue: { id: String(at), name: at % 2 === 0 ? 'Sales' : oneWord },
  ...([
    { contactName: oneWord, customFields: { [oneWord.slice(0, 60)]: oneWord } },
    { contactName: arabic },
    { contactName: spaced },
    { contactName: '', callerNumber: '' },
    { contactName: 'Grace Hopper' },
  ][at % 5] ?? {}),
}));

async function deskWithCalls(args: readonly string[] = []) {
  const events = await testEventServer();
  const crm = await startCrm();
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(withNames(crm.url, events.url)));
  const ringcue = await launchRingcue({ folder, args });
  await events.connected();
  for (const call of twenty) events.send(callEvent('ringing', call));
  await expect.poll(() => ringcue.desk.getByTestId('call').count(), { timeout: 30_000 }).toBe(20);
  return ringcue;
}

const resize = ({ app }: Ringcue, width: number): Promise<void> =>
  app.evaluate(({ BrowserWindow }, wide) => {
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().includes('/desk.html'))
      ?.setContentSize(wide, 700);
  }, width);

const pages = [
  'Desk',
  'History',
  'Overview',
  'Popups',
  'Webhooks',
  'Flows',
  'Rules',
  'Sources',
  'Log',
  'Settings',
];

/** Looks at every page, and at the answer to "Why?". */
async function looksRight({ desk }: Ringcue, name: string): Promise<void> {
  const found: Record<string, string[]> = {};
  const look = async (shown: string): Promise<void> => {
    await screenshot(desk, `bad-input-${name}-${shown.toLowerCase()}`);
    const wrong = [...(await overflowing(desk)), ...(await narrowHeads(desk))];
    if (wrong.length > 0) found[shown] = wrong;
  };
  for (const page of pages) {
    await desk.getByRole('button', { name: page, exact: true }).first().click();
    await desk.getByRole('main').getByRole('heading').first().waitFor();
    if (page === 'Overview') await desk.locator('svg.recharts-surface').first().waitFor();
    await look(page);
  }
  await screenshot(desk, `bad-input-${name}-settings-dark`, 'dark');
  await desk.getByRole('button', { name: 'Desk', exact: true }).first().click();
  await desk
    .getByRole('button', { name: /^(?:Why|Details)/ })
    .first()
    .click();
  await desk.getByTestId('verdict').waitFor();
  await look('Why');
  expect(found).toEqual({});
}

it('shows 20 calls with names of any length and direction, and moves sideways on no page', async () => {
  const ringcue = await deskWithCalls();
  await looksRight(ringcue, '1180');
  await ringcue.desk.keyboard.press('Escape');
  await resize(ringcue, 720);
  await expect.poll(() => ringcue.desk.evaluate(() => window.innerWidth)).toBe(720);
  await looksRight(ringcue, '720');
});

it.each([
  { scale: 1.25, width: 900 },
  { scale: 2, width: 720 },
])('does so at $scale of the scale, in a window of $width pixels', async ({ scale, width }) => {
  const ringcue = await deskWithCalls([`--force-device-scale-factor=${scale}`]);
  expect(await ringcue.desk.evaluate(() => window.devicePixelRatio)).toBe(scale);
  await resize(ringcue, width);
  await expect.poll(() => ringcue.desk.evaluate(() => window.innerWidth)).toBe(width);
  await looksRight(ringcue, `scale-${scale}`);
});
