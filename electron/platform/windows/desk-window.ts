import { nativeTheme, type BrowserWindow, type NativeImage } from 'electron';
import { createOwnWindow } from './own-window.ts';

export interface DeskWindowDeps {
  readonly preload: string;
  readonly icon: string;
  readonly onCreated: (window: BrowserWindow) => void;
  /** It appeared on top of other windows without a request. */
  readonly onAppeared: () => void;
  readonly onClosed: () => void;
  readonly onFocused: () => void;
}

/** Milliseconds; a desk is drawn in a tenth of it. */
const shownAtLatest = 5_000;
/** Milliseconds; a focus after that is a person's doing. */
const settled = 1_000;

/** The desk: single window, recreated after close. */
export class DeskWindow {
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
    const window = createOwnWindow('desk', this.deps.preload, {
      width: 1180,
      height: 780,
      minWidth: 720,
      minHeight: 480,
      title: 'Ringcue',
      icon: this.deps.icon,
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    });
    window.setMenuBarVisibility(false);
    this.window = window;
    this.onScreen = new Promise((resolve) => {
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
    window.once('closed', () => {
      this.window = undefined;
      this.deps.onClosed();
    });
    window.on('focus', this.deps.onFocused);
    this.deps.onCreated(window);
  }

  private appear(window: BrowserWindow): void {
    const { onAppeared } = this.deps;
    window.show();
    onAppeared();
    // Once more with the focus that comes with it: some window managers raise the window only then.
    window.once('focus', onAppeared);
    setTimeout(() => window.off('focus', onAppeared), settled);
  }
}
