import type { ElectronApplication } from 'playwright';

/** Titles of the popup windows that are open, in the order in which they were made. */
export const popupTitles = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => /^(https?|ringcue-problem):/.test(window.webContents.getURL()))
      .sort((a, b) => a.id - b.id)
      .map((window) => window.getTitle()),
  );

/** The system's focus goes to the popup whose title begins so, as by a click on it. */
export const focusPopup = (app: ElectronApplication, title: string): Promise<void> =>
  app.evaluate(({ BrowserWindow }, start) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.getTitle().startsWith(start))
      ?.focus();
  }, title);
