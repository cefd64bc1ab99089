import type { BrowserWindow, Event as ElectronEvent } from 'electron';
import { originOf } from '../../../shared/model/definition.ts';
import type { BrowserOpener } from './browser-opener.ts';
import { limitNewWindows } from './child-windows.ts';
import { chooseCertificate } from './client-certificate.ts';
import { installContextMenu, type PageActions } from './context-menu.ts';
import type { CrmPartition } from './crm-partition.ts';
import type { CrmWindow } from './create-window.ts';
import { DialogGuard } from './dialog-guard.ts';
import type { Downloads } from './downloads.ts';
import { KeyGuard } from './key-guard.ts';
import { judgeNavigation, mayFrame } from './navigation-policy.ts';
import { installPageKeys } from './page-keys.ts';
import { PersonWatch } from './person-watch.ts';
import { PageHealth, type PageHealthDeps } from './page-health.ts';
import { isProblemPage } from './problem/problem-pages.ts';
import type { PageCaller } from './problem/problem-view.ts';
import { Replacement } from './replacement.ts';
import { UnloadGuard } from './unload-guard.ts';
import type { WindowTree } from './window-tree.ts';
import { message } from '../../../shared/text/message.ts';

export interface CrmPageDeps extends PageHealthDeps {
  readonly browser: BrowserOpener;
  readonly downloads: Downloads;
  readonly openFindBar: (window: BrowserWindow) => void;
}

/** What the windows of one popup have in common. */
export interface CrmPageLimits {
  readonly partition: CrmPartition;
  /** Origins that its windows may show. */
  readonly allowed: ReadonlySet<string>;
  readonly tree: WindowTree;
  /** Whose page the popup is; undefined where it is nobody's. */
  readonly caller: () => PageCaller | undefined;
}

/**
 * One window with somebody else's page, a popup or one that a popup opened: where it may go, what it shows
 * when something fails, what its keys and menu do.
 */
export class CrmPage {
  public readonly window: BrowserWindow;
  public readonly guard: KeyGuard;
  public readonly person: PersonWatch;
  private wanted = '';
  private latestLoad: symbol | undefined;
  private replacement: Replacement | undefined;
  private readonly unload: UnloadGuard;
  private readonly health: PageHealth;

  public constructor(
    private readonly crmWindow: CrmWindow,
    private readonly limits: CrmPageLimits,
    private readonly deps: CrmPageDeps,
  ) {
    const { window } = crmWindow;
    this.window = window;
    // First, so that a key it keeps out counts for nothing else.
    this.guard = new KeyGuard(window, deps.clock);
    this.person = new PersonWatch(window, deps.clock, () =>
      deps.downloads.pressed(window.webContents),
    );
    this.unload = new UnloadGuard(window, deps);
    new DialogGuard(window, deps.clock);
    chooseCertificate(window, limits.allowed, deps);
    const actions = this.pageActions();
    installContextMenu(window, actions, () => deps.language.t());
    installPageKeys(window, actions);
    // The title says who calls; the page's own would hide that.
    window.on('page-title-updated', (event) => event.preventDefault());
    this.limitNavigation();
    limitNewWindows({
      ...limits,
      ...deps,
      window,
      person: this.person,
      adopt: (child, url) => this.adopt(child, url),
    });
    this.health = new PageHealth(window, deps, {
      wanted: () => this.wanted,
      caller: limits.caller,
      load: (url) => this.load(url),
    });
  }

  public load(url: string): void {
    this.replacement?.end();
    if (!isProblemPage(url)) this.wanted = url;
    this.unload.attempted(() => this.load(url));
    this.unload.whenHeld(undefined);
    const load = (this.latestLoad = Symbol(url));
    const start = (): void => {
      if (this.latestLoad !== load || this.window.isDestroyed()) return;
      this.window.loadURL(url).catch(() => {
        // did-fail-load says what happened; a load that was replaced by another is none.
      });
    };
    if (this.crmWindow.isGuarded()) start();
    else void this.crmWindow.guarded.then(start);
  }

  /** Loads another call's page in the place of this one, which may not let itself be left. */
  public replace(url: string, arrived: () => void, held: () => void): void {
    const before = this.wanted;
    this.load(url);
    const replacement = new Replacement(
      this.window,
      url,
      {
        arrived: () => {
          this.unload.whenHeld(undefined);
          arrived();
        },
        held: () => {
          this.unload.whenHeld(undefined);
          this.wanted = before;
          held();
        },
      },
      this.deps.clock,
    );
    this.replacement = replacement;
    this.unload.whenHeld(() => replacement.hold());
  }

  /** The window comes on screen, or takes the focus, without a person's doing. */
  public appeared(): void {
    this.guard.appeared();
  }

  private adopt(child: CrmWindow, url: string): void {
    const page = new CrmPage(child, this.limits, this.deps);
    page.wanted = url;
    if (!this.window.isFocused()) page.appeared();
  }

  private limitNavigation(): void {
    const { webContents } = this.window;
    webContents.on('will-navigate', (event, url) => this.judge(event, url));
    webContents.on('will-redirect', (event, url, _inPlace, isMainFrame) => {
      if (isMainFrame) this.judgeRedirect(event, url);
      else if (!mayFrame(url)) event.preventDefault();
    });
    webContents.on('will-frame-navigate', (event) => {
      if (event.isMainFrame || mayFrame(event.url)) return;
      event.preventDefault();
      this.deps.log.info('frame stopped', { scheme: event.url.slice(0, 20).split(':')[0] ?? '' });
    });
  }

  private judge(event: ElectronEvent, url: string): void {
    const { log, browser } = this.deps;
    if (this.window.isDestroyed()) {
      event.preventDefault();
      return;
    }
    const pressed = this.health.pressed(url);
    if (pressed !== undefined) {
      event.preventDefault();
      if (pressed === 'browser') browser.open(this.wanted);
      else if (pressed === 'support') browser.openContact(this.deps.support());
      else if (pressed !== 'done') this.health.again(pressed);
      return;
    }
    const verdict = judgeNavigation(url, this.limits.allowed);
    if (verdict === 'allow') {
      this.unload.attempted(() => this.load(url));
      return;
    }
    event.preventDefault();
    log.info('navigation stopped', { to: originOf(url), verdict });
    if (verdict === 'browser') browser.openFromPage(url, this.person.wasHere());
  }

  /** A server's redirect elsewhere is not a click: nothing opens, the page says what happened. */
  private judgeRedirect(event: ElectronEvent, url: string): void {
    if (judgeNavigation(url, this.limits.allowed) === 'allow') return;
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
