import type { ElectronApplication } from 'playwright';
import { until } from './until.ts';

/** Titles of the popup windows that are open, in the order in which they were made. */
export const popupTitles = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => /^(https?|ringcue-problem):/.test(window.webContents.getURL()))
      .sort((a, b) => a.id - b.id)
      .map((window) => window.getTitle()),
  );

/**
 * The system's focus goes to the popup whose title begins so, as by a click on it. It is given until the popup has
 * it: a window that another one maps a moment later loses it again.
 */
export async function focusPopup(app: ElectronApplication, title: string): Promise<void> {
  const focused = (): Promise<boolean> =>
    app.evaluate(({ BrowserWindow }, start) => {
      const popup = BrowserWindow.getAllWindows().find((one) => one.getTitle().startsWith(start));
      if (popup?.isFocused() === false) popup.focus();
      return popup?.isFocused() === true;
    }, title);
  await until(focused, `the popup "${title}" to have the focus`);
}
