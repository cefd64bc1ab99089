import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { deskForScreens, screens } from '../support/desk-screens.ts';
import { cutTexts, narrowHeads, overflowing } from '../support/layout.ts';
import { launchRingcue, type Ringcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';

type Look = (where: string) => Promise<void>;

/** To be looked at by people: three hundred pictures, half a minute. */
const takesPictures = process.env['RINGCUE_ALL_SCREENS'] !== undefined;

const say = (desk: Page, language: 'en' | 'nl' | 'tr'): Promise<void> =>
  desk.evaluate(async (language) => {
    await window.ringcue.calls['settings.save']({ language });
  }, language);

async function show({ app, desk }: Ringcue, width: number, height = 780): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows().find((one) =>
        one.webContents.getURL().includes('/desk.html'),
      );
      window?.setContentSize(...size);
    },
    [width, height] as const,
  );
  await expect
    .poll(() => desk.evaluate(() => [window.innerWidth, window.innerHeight]))
    .toEqual([width, height]);
}

/** One screen as it is met: in each language, dark, narrow and enlarged. */
async function everyWay(ringcue: Ringcue, name: string, look: Look): Promise<void> {
  const { desk } = ringcue;
  const take = async (way: string, scheme: 'light' | 'dark' = 'light'): Promise<void> => {
    if (takesPictures) {
      await screenshot(desk, `all-${name.replaceAll(/\W+/g, '-')}-${way}`, scheme);
    }
    if (scheme === 'light') await look(way);
  };
  await take('en');
  await take('dark', 'dark');
  for (const language of ['nl', 'tr'] as const) {
    await say(desk, language);
    await desk.locator(`html[lang^="${language}"]`).waitFor();
    await take(language);
    await show(ringcue, 720);
    await look(`${language} 720`);
    await show(ringcue, 1180);
  }
  await say(desk, 'en');
  await desk.locator('html[lang^="en"]').waitFor();
  await show(ringcue, 720);
  await take('720');
  // What a window of 1440 × 960 leaves at twice the scale.
  await show(ringcue, 720, 480);
  await take('200');
  await show(ringcue, 1180);
}

/** Charts and menus follow the window a moment later. */
async function lastingProblems(desk: Page): Promise<string[]> {
  let wrong: string[] = [];
  const look = async () => {
    wrong = [...(await overflowing(desk)), ...(await narrowHeads(desk)), ...(await cutTexts(desk))];
    return wrong.length;
  };
  await expect
    .poll(look, { timeout: 3_000 })
    .toBe(0)
    .catch(() => undefined);
  return wrong;
}

/** A screen in every way, and what is wrong with it in which. */
function looking(ringcue: Ringcue) {
  const found: Record<string, string[]> = {};
  const look = (name: string): Promise<void> =>
    everyWay(ringcue, name, async (way) => {
      const wrong = await lastingProblems(ringcue.desk);
      if (wrong.length > 0) found[`${name}, ${way}`] = wrong;
    });
  return { found, look };
}

it('cuts no word and moves sideways on no screen, in any language and width', async () => {
  const ringcue = await deskForScreens();
  const { found, look } = looking(ringcue);
  for (const [name, ...steps] of screens) {
    for (const step of steps) await step(ringcue.desk, ringcue.ring);
    await look(name);
  }
  expect(found).toEqual({});
}, 600_000);

it('does neither on the first run, nor while the desk is set up', async () => {
  const ringcue = await launchRingcue();
  const { desk } = ringcue;
  const { found, look } = looking(ringcue);
  await desk.getByRole('heading', { name: 'Who uses this computer?' }).waitFor();
  await look('first run');
  await desk.getByLabel('Email').fill('ada@example.com');
  await desk.getByRole('button', { name: 'Continue', exact: true }).click();
  await desk.getByTestId('setup-done').waitFor();
  await look('set-up');
  expect(found).toEqual({});
}, 120_000);
