import { BrowserWindow, type BrowserWindowConstructorOptions, type WebPreferences } from 'electron';
import type { Log } from '../../platform/logging/log.ts';
import type { CrmPartition } from './crm-partition.ts';
import { guardCommands } from './command-guard.ts';

/**
 * The content is somebody else's: sandboxed, isolated, without preload, so a hostile page has no more power than
 * in a browser. All that `window.open` could ask for is named here, too.
 */
export const crmWebPreferences = (partition: CrmPartition): WebPreferences => ({
  partition,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  javascript: true,
  zoomFactor: 1,
  navigateOnDragDrop: false,
  // execCommand('paste') reads what was copied last, in any program.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- off by default already; said, as all others
  enableDeprecatedPaste: false,
  safeDialogs: true, // a page that alerts in a loop can be silenced
  spellcheck: true,
});

/** Options of a window for a CRM's pages; nothing of them is the page's choice. */
const crmWindowOptions: BrowserWindowConstructorOptions = {
  width: 1100,
  height: 760,
  minWidth: 320,
  minHeight: 240,
  title: 'Ringcue',
  backgroundColor: '#ffffff', // what a page without a background expects
  autoHideMenuBar: true,
  show: false,
};

/** A window for a CRM's pages. */
export interface CrmWindow {
  readonly window: BrowserWindow;
  /** Resolves when a page may be loaded: the guards are in place. Never rejects. */
  readonly guarded: Promise<void>;
  /** True once `guarded` has resolved: a ringing call's page need not wait for a microtask. */
  readonly isGuarded: () => boolean;
}

/** A hidden window for a popup, with a blank page. */
export function createCrmWindow(partition: CrmPartition, log: Log): CrmWindow {
  const window = new BrowserWindow({
    ...crmWindowOptions,
    webPreferences: crmWebPreferences(partition),
  });
  // The guards need a page to be put into, and the CRM's must not be the first.
  const blank = window.loadURL('about:blank').catch(() => {
    // Closed before it was needed.
  });
  const guarded = withGuards(window, log);
  return crmWindow(window, Promise.all([blank, guarded]));
}

/**
 * A hidden window for a page that another page opened.
 *
 * @param made what Electron made of the page's wishes: only its webContents and checked preferences are taken
 */
export function createChildWindow(
  made: BrowserWindowConstructorOptions,
  bounds: Electron.Rectangle,
  log: Log,
): CrmWindow {
  // Where there is one already, the new window shows it; Electron's types do not name it.
  const joined: { webContents?: unknown } = { webContents: Reflect.get(made, 'webContents') };
  const window = new BrowserWindow({
    ...crmWindowOptions,
    ...bounds,
    ...(made.webPreferences && { webPreferences: made.webPreferences }),
    ...(joined.webContents !== undefined && joined),
  });
  return crmWindow(window, withGuards(window, log));
}

function crmWindow(window: BrowserWindow, ready: Promise<unknown>): CrmWindow {
  let isGuarded = false;
  const guarded = ready.then(() => {
    isGuarded = true;
  });
  return { window, guarded, isGuarded: () => isGuarded };
}

function withGuards(window: BrowserWindow, log: Log): Promise<void> {
  window.setMenu(null);
  return guardCommands(window.webContents, log);
}
