import { BrowserWindow } from 'electron';

/**
 * A window for a CRM's pages. Its content is somebody else's: sandboxed, isolated, without preload, so a
 * hostile page has no more power than in a browser.
 */
export function createCrmWindow(partition: string): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 1100,
    height: 760,
    minWidth: 320,
    minHeight: 240,
    title: 'Ringcue',
    backgroundColor: '#ffffff', // what a page without a background expects
    webPreferences: {
      partition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true, // a page that alerts in a loop can be silenced
      spellcheck: true,
    },
  });
  window.setMenu(null);
  return window;
}
