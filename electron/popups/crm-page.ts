import type { BrowserWindow, Event as ElectronEvent } from 'electron';
import { originOf } from '../../shared/model/definition.ts';
import type { NativeLanguage } from '../ports/language.ts';
import type { Log } from '../ports/log.ts';
import type { BrowserOpener } from './browser-opener.ts';
import { installContextMenu, type PageActions } from './context-menu.ts';
import { crmWindowOptions } from './create-window.ts';
import { isCertificateError, loadProblem } from './load-problem.ts';
import { judgeNavigation } from './navigation-policy.ts';
import { installPageKeys } from './page-keys.ts';
import { problemAction, isProblemPage, problemUrl, type ProblemKind } from './problem-page.ts';
import { UnloadGuard } from './unload-guard.ts';

/** The user stopped it, or a newer navigation replaced it: no failure. */
const aborted = -3;
/** A page that opens windows in a loop must not bury the desk. */
const maxChildren = 5;

export interface CrmPageDeps {
  readonly log: Log;
  readonly browser: BrowserOpener;
  readonly language: NativeLanguage;
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

  public constructor(
    public readonly window: BrowserWindow,
    private readonly partition: string,
    private readonly allowed: ReadonlySet<string>,
    private readonly deps: CrmPageDeps,
  ) {
    this.unload = new UnloadGuard(window, deps.language);
    const actions = this.pageActions();
    installContextMenu(window, actions, () => deps.language.texts().menu);
    installPageKeys(window, actions);
    // The title says who calls; the page's own would hide that.
    window.on('page-title-updated', (event) => event.preventDefault());
    this.limitNavigation();
    this.limitNewWindows();
    this.watchFailures();
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
    const action = isProblemPage(this.window.webContents.getURL()) ? problemAction(url) : undefined;
    if (action !== undefined) {
      event.preventDefault();
      if (action === 'retry') this.load(this.wanted);
      else browser.open(this.wanted);
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

  /** A server's redirect elsewhere is no click: nothing opens by itself, the page says what happened. */
  private judgeRedirect(event: ElectronEvent, url: string): void {
    if (judgeNavigation(url, this.allowed) === 'allow') return;
    event.preventDefault();
    const origin = originOf(url);
    this.deps.log.warn('redirect stopped', { to: origin });
    this.showProblem(
      'redirected',
      origin === undefined
        ? 'It is not a web address, so Ringcue did not follow.'
        : `Ringcue did not follow to ${origin}. If this is where you sign in, ask your administrator to add it to the popup’s sign-in addresses.`,
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
        overrideBrowserWindowOptions: crmWindowOptions(this.partition),
      };
    });
    webContents.on('did-create-window', (child) => {
      this.children += 1;
      child.once('closed', () => (this.children -= 1));
      child.setMenu(null);
      child.setTitle(this.window.getTitle());
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Electron's type of this event names the class twice
      const page = new CrmPage(child, this.partition, this.allowed, this.deps);
      child.webContents.once('did-start-navigation', (_event, url) => (page.wanted = url));
    });
  }

  private watchFailures(): void {
    const { webContents } = this.window;
    webContents.on('did-fail-load', (_event, code, name, _url, isMainFrame) => {
      if (!isMainFrame || code === aborted) return;
      this.deps.log.warn('page not loaded', { origin: originOf(this.wanted), problem: name });
      this.showProblem(isCertificateError(name) ? 'certificate' : 'load-failed', loadProblem(name));
    });
    webContents.on('render-process-gone', (_event, details) => {
      if (details.reason === 'clean-exit') return;
      this.deps.log.error('page crashed', { reason: details.reason });
      this.showProblem(
        'crashed',
        'Nothing else is affected. Try again, or open it in the browser.',
      );
    });
  }

  private showProblem(kind: ProblemKind, detail: string): void {
    if (this.window.isDestroyed()) return;
    this.load(problemUrl(kind, originOf(this.wanted) ?? '', detail, this.deps.language));
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
