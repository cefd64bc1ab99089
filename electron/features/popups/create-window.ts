import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import type { Log } from '../../platform/logging/log.ts';
import { guardDialogs } from './dialog-guard.ts';
import type { CrmPartition } from './crm-partition.ts';

/**
 * Options of a window for a CRM's pages. Its content is somebody else's: sandboxed, isolated, without
 * preload, so a hostile page has no more power than in a browser.
 */
export const crmWindowOptions = (partition: CrmPartition): BrowserWindowConstructorOptions => ({
  width: 1100,
  height: 760,
  minWidth: 320,
  minHeight: 240,
  title: 'Ringcue',
  backgroundColor: '#ffffff', // what a page without a background expects
  autoHideMenuBar: true,
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

/** A hidden window for a popup. */
export function createCrmWindow(partition: CrmPartition, log: Log): BrowserWindow {
  const window = new BrowserWindow({ ...crmWindowOptions(partition), show: false });
  window.setMenu(null);
  guardDialogs(window.webContents, log);
  return window;
}
