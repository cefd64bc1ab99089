import type { BrowserWindow, Event as ElectronEvent } from 'electron';
import { originOf } from '../../shared/model/definition.ts';
import type { Popup } from '../../shared/model/popup.ts';
import type { Log } from '../ports/log.ts';
import type { BrowserOpener } from './browser-opener.ts';
import { installContextMenu, type PageActions } from './context-menu.ts';
import { createCrmWindow } from './create-window.ts';
import { isCertificateError, loadProblem } from './load-problem.ts';
import { allowedOrigins, judgeNavigation } from './navigation-policy.ts';
import { installPageKeys } from './page-keys.ts';
import { firstContentfulPaint } from './paint-watch.ts';
import type { Bounds } from './placement.ts';
import { isProblemPage, problemAction, problemUrl, type ProblemKind } from './problem-page.ts';
import { SignInTracker } from './sign-in-tracker.ts';

/** The user stopped it, or a newer navigation replaced it: no failure. */
const aborted = -3;

export interface PopupWindowDeps {
  readonly log: Log;
  readonly browser: BrowserOpener;
  readonly openFindBar: (window: BrowserWindow) => void;
  readonly onMoved: (bounds: Bounds) => void;
  /** The CRM's own page is shown, so whoever sits here is signed in. */
  readonly onSignedIn: () => void;
  readonly onClosed: () => void;
}

/** One window with a CRM's page: what it may do, what it shows when something fails. */
export class PopupWindow {
  private readonly allowed: ReadonlySet<string>;
  private readonly signIn: SignInTracker;
  private wanted = '';
  private childCount = 0;

  public constructor(
    public readonly window: BrowserWindow,
    private readonly partition: string,
    popup: Pick<Popup, 'url' | 'signIn'>,
    private readonly deps: PopupWindowDeps,
  ) {
    this.allowed = allowedOrigins(popup);
    this.signIn = new SignInTracker(popup);
    this.guard(window);
    this.watchFailures();
    window.webContents.on('did-navigate', (_event, url) => this.reached(url));
    this.watchBounds();
    window.once('closed', () => this.deps.onClosed());
  }

  /** Loads an address and shows the window without taking the focus. */
  public open(url: string, title: string, bounds: Bounds): void {
    this.wanted = url;
    this.window.setBounds(bounds);
    this.window.setTitle(title);
    this.load(url);
    this.window.showInactive();
    this.window.moveTop();
  }

  /** When the page that is loading shows its first content (milliseconds since 1970). */
  public painted(): Promise<number | undefined> {
    return new Promise((resolve) => {
      this.window.webContents.once('did-navigate', () => {
        void firstContentfulPaint(this.window.webContents).then(resolve);
      });
      this.window.once('closed', () => resolve(undefined));
    });
  }

  /** Brings it in front again, without the focus. */
  public raise(): void {
    if (this.window.isMinimized()) this.window.restore();
    this.window.showInactive();
    this.window.moveTop();
  }

  public close(): void {
    if (!this.window.isDestroyed()) this.window.destroy();
  }

  private load(url: string): void {
    this.window.loadURL(url).catch(() => {
      // did-fail-load says what happened; a load that was replaced by another is none.
    });
  }

  private guard(window: BrowserWindow): void {
    const { webContents } = window;
    const actions = this.pageActions(window);
    installContextMenu(window, actions);
    installPageKeys(window, actions);
    // The title says who calls; the page's own would hide that.
    window.on('page-title-updated', (event) => event.preventDefault());
    webContents.on('will-navigate', (event, url) => this.judge(event, url));
    webContents.on('will-redirect', (event, url, _inPlace, isMainFrame) => {
      if (isMainFrame) this.judgeRedirect(event, url);
    });
    webContents.on('will-attach-webview', (event) => event.preventDefault());
    webContents.setWindowOpenHandler(({ url }) => {
      this.openChild(url);
      return { action: 'deny' };
    });
  }

  private judge(event: ElectronEvent, url: string): void {
    const action = isProblemPage(this.currentUrl()) ? problemAction(url) : undefined;
    if (action !== undefined) {
      event.preventDefault();
      if (action === 'retry') this.load(this.wanted);
      else this.deps.browser.open(this.wanted);
      return;
    }
    const verdict = judgeNavigation(url, this.allowed);
    if (verdict === 'allow') return;
    event.preventDefault();
    this.deps.log.info('navigation stopped', { to: originOf(url), verdict });
    if (verdict === 'browser') this.deps.browser.openFromPage(url);
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

  /** A page's new window becomes a window with the same limits, or goes to the browser. */
  private openChild(url: string): void {
    if (judgeNavigation(url, this.allowed) !== 'allow') {
      if (judgeNavigation(url, this.allowed) === 'browser') this.deps.browser.openFromPage(url);
      return;
    }
    // A page that opens windows in a loop must not bury the desk.
    if (this.childCount >= 5) return;
    this.childCount += 1;
    const child = createCrmWindow(this.partition);
    child.once('closed', () => (this.childCount -= 1));
    this.guard(child);
    child.setTitle(this.window.getTitle());
    child.loadURL(url).catch(() => {
      // The child shows Chromium's empty page; closing it is all there is to do.
    });
    child.show();
  }

  private reached(url: string): void {
    if (isProblemPage(url) || originOf(url) === undefined) return;
    const step = this.signIn.reached(url, this.wanted);
    if (step === 'signing-in') return;
    this.deps.onSignedIn();
    if (step === 'open-pending') this.load(this.wanted);
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
    this.load(problemUrl(kind, originOf(this.wanted) ?? '', detail));
  }

  private watchBounds(): void {
    const report = (): void => {
      if (!this.window.isVisible() || this.window.isMinimized()) return;
      this.deps.onMoved(this.window.getNormalBounds());
    };
    // `moved` and `resized` come once at the end; Linux has only `move` and `resize`, at every step.
    if (process.platform === 'linux') this.window.on('close', report);
    else {
      this.window.on('moved', report);
      this.window.on('resized', report);
    }
  }

  private pageActions(window: BrowserWindow): PageActions {
    const { webContents } = window;
    return {
      find: () => this.deps.openFindBar(window),
      zoom: (step) =>
        webContents.setZoomLevel(step === 0 ? 0 : webContents.getZoomLevel() + step / 2),
      openInBrowser: (url) => void this.deps.browser.open(url),
    };
  }

  private currentUrl(): string {
    return this.window.webContents.getURL();
  }
}
