import type { BrowserWindow } from 'electron';
import { originOf } from '../../../shared/model/definition.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import type { CrmPartition } from './crm-partition.ts';
import type { CrmWindow } from './create-window.ts';
import { CrmPage, type CrmPageDeps } from './crm-page.ts';
import { allowedOrigins } from './navigation-policy.ts';
import { firstContentfulPaint, hasPasswordField } from './page-scripts.ts';
import type { Bounds } from '../../platform/windows/bounds.ts';
import { isProblemPage } from './problem/problem-pages.ts';
import type { PageCaller } from './problem/problem-view.ts';
import { raiseWhenIdle } from './raise-when-idle.ts';
import { SignInTracker } from './sign-in-tracker.ts';
import { TouchWatch } from './touch-watch.ts';
import { WindowTree } from './window-tree.ts';

/**
 * Milliseconds. Mapping a window keeps the main thread from sending the page's request: measured, the page is on screen
 * 5 ms sooner when its request goes first. Pixels come no earlier than 15 ms after it.
 */
const afterRequest = 10;

export interface PopupWindowDeps extends CrmPageDeps {
  /** Seconds since the last input anywhere on this computer. */
  readonly idleSeconds: () => number;
  readonly onMoved: (bounds: Bounds) => void;
  /** The CRM's own page is shown, so the agent is signed in. */
  readonly onSignedIn: () => void;
  readonly onClosed: () => void;
}

/** A call's page. */
export interface WindowPage {
  readonly url: string;
  readonly title: string;
  /** Undefined where it is nobody's, as for signing in. */
  readonly caller: PageCaller | undefined;
}

/** What came on screen: the page, something else instead of it, or nothing (the window was closed). */
export type Painted =
  { readonly what: 'page'; readonly at: number } | { readonly what: 'problem' | 'nothing' };

/** The window of one popup. */
export class PopupWindow {
  public readonly window: BrowserWindow;
  private readonly page: CrmPage;
  private readonly signIn: SignInTracker;
  private readonly touch: TouchWatch;
  private cancelRaise: () => void = () => undefined;
  private cancelComeUp: () => void = () => undefined;
  /** The load that somebody waits for the picture of does not come after all. */
  private endPaint: () => void = () => undefined;
  private wanted = '';
  private caller: PageCaller | undefined;
  private status = 0;

  public constructor(
    crmWindow: CrmWindow,
    partition: CrmPartition,
    private readonly popup: Popup,
    private readonly deps: PopupWindowDeps,
  ) {
    const { window } = crmWindow;
    this.window = window;
    const limits = {
      partition,
      allowed: allowedOrigins(popup),
      tree: new WindowTree(),
      caller: () => this.caller,
    };
    this.page = new CrmPage(crmWindow, limits, deps);
    this.signIn = new SignInTracker(popup);
    this.touch = new TouchWatch(window, this.page.person, deps.log);
    const { webContents } = window;
    // Back must not lead to the blank page of a prepared window.
    this.onceNavigated(() => webContents.navigationHistory.clear());
    webContents.on('did-navigate', (_event, _url, status) => (this.status = status));
    webContents.on('dom-ready', () => void this.reached());
    this.watchBounds();
    window.once('closed', () => {
      this.cancelComeUp();
      this.cancelRaise();
      this.deps.onClosed();
    });
  }

  /** Loads an address and shows the window as its definition says. */
  public open({ url, title, caller }: WindowPage, bounds: Bounds): void {
    this.wanted = url;
    this.caller = caller;
    this.page.load(url);
    this.window.setBounds(bounds);
    this.window.setTitle(title);
    this.comeUpSoon();
  }

  /**
   * Loads another call's page in the place of this one. The title names the caller whose page is on screen, so
   * it changes with the page.
   *
   * @param onHeld the page does not let itself be left (it asks, or hangs): the window stays as it was
   */
  public replace({ url, title, caller }: WindowPage, onHeld: () => void): void {
    const before = { wanted: this.wanted, caller: this.caller };
    this.wanted = url;
    this.caller = caller;
    const arrived = (): void => {
      this.touch.reset();
      this.window.setTitle(title);
    };
    this.page.replace(url, arrived, () => {
      Object.assign(this, before);
      this.endPaint();
      onHeld();
    });
    this.comeUpSoon();
  }

  /** As its close button: a page with unsaved input asks first. */
  public askToClose(): void {
    if (!this.window.isDestroyed()) this.window.close();
  }

  /** Somebody looked at it or wrote into it. */
  public isTouched(): boolean {
    return this.touch.isTouched() || this.window.isFocused();
  }

  /** Something was written into its page that closing would lose. */
  public hasEdits(): boolean {
    return this.touch.hasEdits();
  }

  private comeUpSoon(): void {
    this.cancelComeUp();
    this.cancelComeUp = this.deps.clock.after(afterRequest, () => this.comeUp());
  }

  /** Never takes a key from the window that a person types in, whatever the system makes of it. */
  private comeUp(): void {
    this.cancelComeUp();
    this.cancelRaise();
    const { window } = this;
    if (window.isFocused()) return;
    this.page.appeared();
    if (this.popup.window.focus === 'flash') {
      if (!window.isVisible()) {
        // Only a window that is there has a button to flash.
        window.showInactive();
        window.minimize();
      }
      window.flashFrame(true);
      window.once('focus', () => window.flashFrame(false));
      return;
    }
    if (window.isMinimized()) window.restore();
    window.showInactive();
    window.moveTop();
    if (this.popup.window.focus !== 'raise') return;
    const raise = (): void => {
      this.page.appeared();
      this.touch.expectFocus();
      window.focus();
    };
    this.cancelRaise = raiseWhenIdle(this.deps.idleSeconds, raise, this.deps.clock);
  }

  /** What the load that is under way brings on screen, and when (milliseconds since 1970). */
  public painted(): Promise<Painted> {
    return new Promise((resolve) => {
      const end = (): void => resolve({ what: 'nothing' });
      this.window.once('closed', end);
      const stop = this.onceNavigated((url) => void this.paintOf(url).then(resolve));
      this.endPaint = () => {
        stop();
        end();
      };
    });
  }

  private async paintOf(url: string): Promise<Painted> {
    if (isProblemPage(url)) return { what: 'problem' };
    // A page can arrive in the very moment its window goes.
    if (this.window.isDestroyed()) return { what: 'nothing' };
    const { webContents } = this.window;
    const at = await firstContentfulPaint(webContents);
    if (at === undefined || this.window.isDestroyed()) return { what: 'nothing' };
    return isProblemPage(webContents.getURL()) ? { what: 'problem' } : { what: 'page', at };
  }

  /** The first page after now. A prepared window taken early may still be arriving at its blank page. */
  private onceNavigated(arrived: (url: string) => void): () => void {
    const { webContents } = this.window;
    const listener = (_event: unknown, url: string): void => {
      if (url === 'about:blank') return;
      webContents.off('did-navigate', listener);
      arrived(url);
    };
    webContents.on('did-navigate', listener);
    return () => webContents.off('did-navigate', listener);
  }

  /** A person asked for it. */
  public focus(): void {
    if (!this.window.isVisible()) this.comeUp();
    this.touch.expectFocus();
    this.window.focus();
  }

  /** Above other windows, where it is on screen; the focus stays where it is. */
  public stayInFront(): void {
    if (this.window.isVisible() && !this.window.isMinimized()) this.window.moveTop();
  }

  /** The same call comes again. */
  public raise(): void {
    this.comeUp();
  }

  public close(): void {
    if (!this.window.isDestroyed()) this.window.destroy();
  }

  private async reached(): Promise<void> {
    if (this.window.isDestroyed()) return;
    const { webContents } = this.window;
    const url = webContents.getURL();
    if (originOf(url) === undefined) return;
    const asksPassword = await hasPasswordField(webContents);
    if (this.window.isDestroyed()) return;
    const step = this.signIn.reached(url, this.wanted, asksPassword);
    if (step === 'signing-in') return;
    if (this.status >= 200 && this.status < 300) this.deps.onSignedIn();
    if (step === 'open-pending') this.page.load(this.wanted);
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
}
