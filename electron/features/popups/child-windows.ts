import { screen, type BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { originOf } from '../../../shared/model/definition.ts';
import type { BrowserOpener } from './browser-opener.ts';
import type { CrmPartition } from './crm-partition.ts';
import { createChildWindow, crmWebPreferences, type CrmWindow } from './create-window.ts';
import { judgeNavigation } from './navigation-policy.ts';
import type { PersonWatch } from './person-watch.ts';
import { childBounds } from './placement.ts';
import type { WindowTree } from './window-tree.ts';
import type { Log } from '../../platform/logging/log.ts';

interface Deps {
  readonly window: BrowserWindow;
  readonly partition: CrmPartition;
  readonly allowed: ReadonlySet<string>;
  readonly tree: WindowTree;
  readonly person: PersonWatch;
  readonly browser: BrowserOpener;
  readonly log: Log;
  /** A page is in charge of each window. @param url what its opener asked for */
  readonly adopt: (child: CrmWindow, url: string) => void;
}

/**
 * A page's new window stays joined to it (identity providers talk to their opener) and gets the same limits; other
 * sites go to the browser; neither without a click. Threat: what a page writes into window.open's features becomes
 * options of a window (kiosk, frame, alwaysOnTop …). So of these only its size is read, by us.
 */
export function limitNewWindows(deps: Deps): void {
  const { window, partition, allowed, tree, person, browser, log } = deps;
  window.webContents.setWindowOpenHandler(({ url, features }) => {
    const verdict = url === 'about:blank' ? 'allow' : judgeNavigation(url, allowed);
    if (verdict === 'browser') browser.openFromPage(url, person.wasHere());
    if (verdict !== 'allow') return { action: 'deny' };
    // As browsers do: without a click there is no window.
    if (!person.wasHere() || !window.isFocused()) {
      log.warn('window not opened: nobody clicked', { origin: originOf(url) });
      return { action: 'deny' };
    }
    if (!tree.hasRoom()) {
      log.warn('window not opened: too many of this popup', { origin: originOf(url) });
      return { action: 'deny' };
    }
    return {
      action: 'allow',
      overrideBrowserWindowOptions: { webPreferences: crmWebPreferences(partition) },
      createWindow: (made) => openChild(deps, made, url, features),
    };
  });
}

function openChild(
  { window, tree, log, adopt }: Deps,
  made: BrowserWindowConstructorOptions,
  url: string,
  features: string,
): Electron.WebContents {
  const area = screen.getDisplayMatching(window.getBounds()).workArea;
  const created = createChildWindow(made, childBounds(features, window.getBounds(), area), log);
  const { window: child } = created;
  child.once('closed', tree.add());
  child.setTitle(window.getTitle());
  adopt(created, url);
  // Who is at work elsewhere did not ask for it.
  if (window.isFocused()) child.show();
  else child.showInactive();
  return child.webContents;
}
