import type { BrowserWindow, Event as ElectronEvent } from 'electron';
import { originOf } from '../../../shared/model/definition.ts';
import type { BrowserOpener } from './browser-opener.ts';
import { installContextMenu, type PageActions } from './context-menu.ts';
import type { CrmPartition } from './crm-partition.ts';
import { crmWindowOptions } from './create-window.ts';
import { guardDialogs } from './dialog-guard.ts';
import { judgeNavigation } from './navigation-policy.ts';
import { installPageKeys } from './page-keys.ts';
import { problemAction, isProblemPage } from './problem-page.ts';
import { PageHealth, type PageHealthDeps } from './page-health.ts';
import { UnloadGuard } from './unload-guard.ts';
import { message } from '../../../shared/text/message.ts';

/** A page that opens windows in a loop must not bury the desk. */
const maxChildren = 5;

export interface CrmPageDeps extends PageHealthDeps {
  readonly browser: BrowserOpener;
  readonly openFindBar: (window: BrowserWindow) => void;
}

/**
 * One window with somebody else's page, a popup or one that a popup opened: where it may go, what it shows
 * when something fails, what its keys and menu do.
 */
export class CrmPage {
  private wanted = '';
  private children = 0;
  private readonly unload: UnloadGuard;
  private readonly health: PageHealth;

  public constructor(
    public readonly window: BrowserWindow,
    private readonly partition: CrmPartition,
    private readonly allowed: ReadonlySet<string>,
    private readonly deps: CrmPageDeps,
  ) {
    this.unload = new UnloadGuard(window, deps.language);
    const actions = this.pageActions();
    installContextMenu(window, actions, () => deps.language.t());
    installPageKeys(window, actions);
    // The title says who calls; the page's own would hide that.
    window.on('page-title-updated', (event) => event.preventDefault());
    this.limitNavigation();
    this.limitNewWindows();
    this.health = new PageHealth(window, deps, {
      wanted: () => this.wanted,
      load: (url) => this.load(url),
    });
  }

  public load(url: string): void {
    if (!isProblemPage(url)) this.wanted = url;
    this.window.loadURL(url).catch(() => {
      // did-fail-load says what happened; a load that was replaced by another is none.
    });
  }

  private limitNavigation(): void {
    const { webContents } = this.window;
    webContents.on('will-navigate', (event, url) => this.judge(event, url));
    webContents.on('will-redirect', (event, url, _inPlace, isMainFrame) => {
      if (isMainFrame) this.judgeRedirect(event, url);
    });
    webContents.on('will-attach-webview', (event) => event.preventDefault());
  }

  private judge(event: ElectronEvent, url: string): void {
    const { log, browser } = this.deps;
    if (this.window.isDestroyed()) {
      event.preventDefault();
      return;
    }
    const action = isProblemPage(this.window.webContents.getURL()) ? problemAction(url) : undefined;
    if (action !== undefined) {
      event.preventDefault();
      if (action === 'browser') browser.open(this.wanted);
      else if (action === 'support') browser.openContact(this.deps.support());
      else this.health.again(action);
      return;
    }
    const verdict = judgeNavigation(url, this.allowed);
    if (verdict === 'allow') {
      this.unload.attempted(() => this.load(url));
      return;
    }
    event.preventDefault();
    log.info('navigation stopped', { to: originOf(url), verdict });
    if (verdict === 'browser') browser.openFromPage(url);
  }

  /** A server's redirect elsewhere is not a click: nothing opens, the page says what happened. */
  private judgeRedirect(event: ElectronEvent, url: string): void {
    if (judgeNavigation(url, this.allowed) === 'allow') return;
    event.preventDefault();
    const origin = originOf(url);
    this.deps.log.warn('redirect stopped', { to: origin });
    this.health.showProblem(
      'redirected',
      origin === undefined
        ? message('problem.page.notAWebAddress')
        : message('problem.page.siteBlocked', { site: origin }),
    );
  }

  /**
   * A page's new window stays joined to it (identity providers talk to their opener) and gets the same
   * limits; other sites go to the browser.
   */
  private limitNewWindows(): void {
    const { webContents } = this.window;
    webContents.setWindowOpenHandler(({ url }) => {
      const verdict = url === 'about:blank' ? 'allow' : judgeNavigation(url, this.allowed);
      if (verdict === 'browser') this.deps.browser.openFromPage(url);
      if (verdict !== 'allow' || this.children >= maxChildren) return { action: 'deny' };
      return {
        action: 'allow',
        overrideBrowserWindowOptions: { ...crmWindowOptions(this.partition), show: false },
      };
    });
    webContents.on('did-create-window', (child) => {
      this.children += 1;
      child.once('closed', () => (this.children -= 1));
      child.setMenu(null);
      guardDialogs(child.webContents, this.deps.log);
      // Who is at work elsewhere did not ask for it.
      if (this.window.isFocused()) child.show();
      else child.showInactive();
      child.setTitle(this.window.getTitle());
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Electron's type of this event names the class twice
      const page = new CrmPage(child, this.partition, this.allowed, this.deps);
      child.webContents.once('did-start-navigation', (_event, url) => (page.wanted = url));
    });
  }

  private pageActions(): PageActions {
    const { webContents } = this.window;
    const reload = (): void => webContents.reload();
    return {
      find: () => this.deps.openFindBar(this.window),
      zoom: (step) =>
        webContents.setZoomLevel(step === 0 ? 0 : webContents.getZoomLevel() + step / 2),
      reload: () => {
        this.unload.attempted(reload);
        reload();
      },
      openInBrowser: (url) => void this.deps.browser.open(url),
    };
  }
}
