import type { Page } from 'playwright';

/** Heads of columns so narrow that their words break into letters. */
export const narrowHeads = (desk: Page): Promise<string[]> =>
  desk.evaluate(() =>
    [...document.querySelectorAll('main thead th')]
      .filter((head) => head.textContent.length > 1 && head.getBoundingClientRect().height > 100)
      .map((head) => `broken into letters: ${head.textContent}`),
  );

/** What stands out at the right of the window, and in no part that scrolls by itself. */
export const overflowing = (desk: Page): Promise<string[]> =>
  desk.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isInScroller = (element: Element): boolean => {
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        if (getComputedStyle(at).overflowX !== 'visible') return true;
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > width + 1 && !isInScroller(element),
    );
    const page = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [];
    return [...page, ...wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 200))];
  });

/** Words that are cut at the edge of their box, and that nothing shows in full: no title, and no way to scroll. */
export const cutTexts = (desk: Page): Promise<string[]> =>
  desk.evaluate(() => {
    const hasWhole = (element: Element): boolean => element.closest('[title]') !== null;
    const isCut = (element: Element): boolean => {
      const { overflowX, clipPath } = getComputedStyle(element);
      const isHidden = overflowX === 'hidden' || overflowX === 'clip';
      return isHidden && clipPath === 'none' && element.scrollWidth > element.clientWidth + 1;
    };
    // What was chosen in a list; a text that is typed can be moved in its field.
    const chosen = [...document.querySelectorAll('input[aria-haspopup="listbox"]')]
      .filter((field) => field.checkVisibility() && field.scrollWidth > field.clientWidth + 1)
      .map((field) => `cut: ${field instanceof HTMLInputElement ? field.value : ''}`);
    const texts = [...document.body.querySelectorAll('*')]
      .filter((element) => element.clientWidth > 1 && element.checkVisibility())
      .filter(
        (element) =>
          isCut(element) &&
          !hasWhole(element) &&
          [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
          ),
      )
      .map((element) => `cut: ${element.textContent.slice(0, 80)}`);
    return [...chosen, ...texts];
  });
