import { nativeTheme, type BrowserWindow, type NativeImage } from 'electron';
import { Events } from '../events.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../logging/log.ts';
import type { DeskPlacement } from './desk-placement.ts';
import { allowDesk } from './desk-permissions.ts';
import { createOwnWindow } from './own-window.ts';
import { redrawAfterCrash } from './redraw-after-crash.ts';

export interface DeskWindowDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly preload: string;
  readonly icon: string;
  readonly placement: DeskPlacement;
}

/** What the desk's window tells everybody. */
export interface DeskEvents {
  readonly created: BrowserWindow;
  /** It appeared on top of other windows without a request. */
  readonly appeared: undefined;
  readonly closed: undefined;
  readonly focused: undefined;
  /** Nobody looks at it any more. */
  readonly left: undefined;
}

/** Milliseconds; a desk is drawn in a tenth of it. */
const shownAtLatest = 5_000;
/** Milliseconds; a focus after that is a person's doing. */
const settled = 1_000;

/** The desk: single window, recreated after close. */
export class DeskWindow {
  public readonly events = new Events<DeskEvents>();
  private window: BrowserWindow | undefined;
  private onScreen: Promise<void> = Promise.resolve();

  public constructor(private readonly deps: DeskWindowDeps) {}

  /** Resolves when the desk is on screen. */
  public shown(): Promise<void> {
    return this.onScreen;
  }

  /** On its button in Windows' taskbar. @param mark null: none; @param description for screen readers */
  public mark(mark: NativeImage | null, description: string): void {
    this.window?.setOverlayIcon(mark, description);
  }

  public show(): void {
    if (this.window !== undefined) {
      if (this.window.isMinimized()) this.window.restore();
      this.window.show();
      this.window.focus();
      return;
    }
    this.onScreen = this.appears(this.open());
  }

  /** Its page works, also where nobody opened it: it draws what is outside its window. */
  public prepare(): void {
    if (this.window === undefined) this.open();
  }

  private open(): BrowserWindow {
    const window = this.create();
    window.setMenuBarVisibility(false);
    redrawAfterCrash(window, this.deps);
    allowDesk(window.webContents);
    this.window = window;
    this.deps.placement.follow(window);
    window.once('closed', () => {
      this.window = undefined;
      this.events.emit('closed');
      this.events.emit('left');
    });
    window.on('focus', () => this.events.emit('focused'));
    window.on('blur', () => this.events.emit('left'));
    window.on('minimize', () => this.events.emit('left'));
    this.events.emit('created', window);
    return window;
  }

  private create(): BrowserWindow {
    return createOwnWindow('desk', this.deps.preload, {
      width: 1180,
      height: 780,
      ...this.deps.placement.bounds(),
      minWidth: 720,
      minHeight: 480,
      title: 'Ringcue',
      icon: this.deps.icon,
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    });
  }

  /** Resolves when it is on screen. */
  private appears(window: BrowserWindow): Promise<void> {
    return new Promise((resolve) => {
      const appear = (): void => {
        clearTimeout(timer);
        if (!window.isDestroyed() && !window.isVisible()) {
          this.appear(window);
        }
        resolve();
      };
      // A computer under load may never draw a window that is not shown: then it appears unfinished.
      const timer = setTimeout(appear, shownAtLatest);
      window.once('ready-to-show', appear);
      window.once('closed', appear);
    });
  }

  private appear(window: BrowserWindow): void {
    const onAppeared = (): void => this.events.emit('appeared');
    if (this.deps.placement.isMaximized()) window.maximize();
    window.show();
    onAppeared();
    // Once more with the focus that comes with it: some window managers raise the window only then.
    window.once('focus', onAppeared);
    setTimeout(() => window.off('focus', onAppeared), settled);
  }
}
