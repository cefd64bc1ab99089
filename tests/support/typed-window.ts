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

/** Waits for the desk to have the focus: one that appears later takes it from a popup or a question. */
export const deskFocused = (app: ElectronApplication): Promise<boolean> =>
  until(
    () =>
      app.evaluate(
        ({ BrowserWindow }) =>
          BrowserWindow.getFocusedWindow()?.webContents.getURL().includes('/desk') === true,
      ),
    'the desk to have the focus',
  );

/**
 * Gives the system's focus to the popup whose title begins so, as a click on it would, until it has it: a window that
 * appears a moment later can take it away.
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
