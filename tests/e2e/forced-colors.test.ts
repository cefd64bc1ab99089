import type { Locator, Page } from 'playwright';
import { expect, it } from 'vitest';
import { deskForScreens } from '../support/desk-screens.ts';
import { picture, standsOut } from '../support/pictures.ts';
import { screenshot } from '../support/screens.ts';

const button = (desk: Page, name: string): Locator =>
  desk.getByRole('button', { name, exact: true }).first();

/** The picture of an element differs after something was done, and what it shows is seen in both. */
async function differs(element: Locator, act: () => Promise<unknown>): Promise<boolean> {
  const before = await picture(element);
  await act();
  return !before.equals(await picture(element));
}

it.each(['light', 'dark'] as const)(
  'shows what is selected, switched, focused and drawn with the system’s colours of high contrast, %s',
  async (appearance) => {
    const { desk } = await deskForScreens({ appearance });
    const colorScheme = appearance;
    await desk.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce', colorScheme });
    const seen: Record<string, boolean> = {};
    const shot = (name: string) => screenshot(desk, `forced-${name}-${appearance}`, appearance);

    await button(desk, 'Rules').click();
    await shot('rules');
    seen['page in the menu'] = await differs(button(desk, 'Rules'), () =>
      button(desk, 'Settings').click(),
    );
    const tab = desk.getByRole('tab', { name: 'General', exact: true });
    seen['tab'] = await differs(tab, () => tab.click());
    const search = desk.getByRole('searchbox', { name: 'Search settings' });
    const card = desk.getByRole('switch', { name: /^Mini card/ });
    const track = desk.locator('main .mantine-Switch-track').first();
    seen['switch that is on'] = await standsOut(track);
    seen['switch'] = await differs(track, () => card.click());
    seen['switch that is off'] = await standsOut(track);
    seen['focus of a tab'] = await differs(tab, () => search.press('Tab'));
    await shot('settings');

    await button(desk, 'Popups').click();
    const box = desk.getByRole('checkbox', { name: 'Select all' });
    seen['checkbox'] = await standsOut(box);
    seen['selection'] = await differs(box, () => box.click());
    await button(desk, 'Edit: CRM').click();
    await desk.getByTestId('preview-plain').waitFor();
    const section = desk.getByRole('dialog').getByRole('navigation').getByRole('button').nth(1);
    seen['section'] = await differs(section, () => section.click());
    await shot('editor');
    await button(desk, 'Close').click();

    await button(desk, 'Overview').click();
    await desk.locator('.recharts-rectangle').first().waitFor();
    seen['bar of a chart'] = await standsOut(desk.locator('.recharts-rectangle').first());
    seen['legend'] = await standsOut(desk.locator('.mantine-ColorSwatch-root').first());
    seen['uptime'] = await standsOut(desk.getByTestId('uptime').locator('[data-state]').first());
    await shot('overview');

    await button(desk, 'Desk').click();
    seen['stage of a call'] = await standsOut(desk.locator('.mantine-Badge-root').first());
    seen['connection'] = await standsOut(desk.getByRole('img', { name: 'Connected' }).first());
    seen['button'] = await standsOut(button(desk, 'Pause popups'));
    await shot('desk');
    expect(Object.entries(seen).filter(([, isSeen]) => !isSeen)).toEqual([]);
  },
);
