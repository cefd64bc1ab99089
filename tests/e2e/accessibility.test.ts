import axe from 'axe-core';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { deskForScreens, screens } from '../support/desk-screens.ts';
import { nameProblems } from '../support/name-problems.ts';
import { launchRingcue } from '../support/ringcue.ts';

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }),
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.any[0]?.message ?? ''}`),
  );
}

/** What is clicked and smaller than 24 × 24 by itself: axe lets it pass where enough room is around it. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isTarget = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !(element instanceof HTMLAnchorElement);
    return [...document.querySelectorAll('button, input, textarea, select, [role="button"]')]
      .filter(isTarget)
      .map((element) => {
        // A box or a switch is clicked by its label as well.
        const isBox = element instanceof HTMLInputElement && /checkbox|radio/.test(element.type);
        const label = isBox ? element.labels?.[0] : undefined;
        const boxes = [element, ...(label ? [label] : [])].map((one) =>
          one.getBoundingClientRect(),
        );
        const height = Math.max(...boxes.map((box) => box.height));
        const width = Math.max(...boxes.map((box) => box.width));
        return { height, width, html: element.outerHTML.slice(0, 200) };
      })
      .filter(({ height, width }) => height > 0 && Math.min(height, width) < 23.9)
      .map(({ height, width, html }) => `${width} × ${height}: ${html}`);
  });

it.each(['light', 'dark'] as const)(
  'has no axe violation on any screen, %s',
  async (appearance) => {
    const { desk, ring } = await deskForScreens({ appearance });
    const found: Record<string, string[]> = {};
    for (const [name, ...steps] of screens) {
      for (const step of steps) await step(desk, ring);
      const list = [...(await violations(desk)), ...(await smallTargets(desk))];
      if (list.length > 0) found[name] = list;
    }
    expect(found).toEqual({});
  },
);

it('names all that can be reached, and tells the same buttons apart, on every screen', async () => {
  const { desk, ring } = await deskForScreens();
  // One for all of them: the tree stays on, as while a screen reader runs.
  const session = await desk.context().newCDPSession(desk);
  await session.send('Accessibility.enable');
  const found: Record<string, string[]> = {};
  for (const [name, ...steps] of screens) {
    for (const step of steps) await step(desk, ring);
    const list = await nameProblems(session);
    if (list.length > 0) found[name] = list;
  }
  expect(found).toEqual({});
});

it('has no axe violation on the first run, nor while the desk is set up', async () => {
  const { desk } = await launchRingcue();
  await desk.getByRole('heading', { name: 'Who uses this computer?' }).waitFor();
  expect(await violations(desk)).toEqual([]);
  await desk.getByLabel('Email').fill('ada@example.com');
  await desk.getByRole('button', { name: 'Continue', exact: true }).click();
  await desk.getByTestId('setup-done').waitFor();
  expect([...(await violations(desk)), ...(await smallTargets(desk))]).toEqual([]);
});
