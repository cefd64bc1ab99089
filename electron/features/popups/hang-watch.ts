import type { BrowserWindow } from 'electron';
import type { Clock } from '../../platform/clock.ts';
import { answers } from './page-scripts.ts';

/** Milliseconds without an answer to somebody's input; Chromium waits 15 s. */
const hungAfter = 10_000;

/** Milliseconds: a mouse that moves makes hundreds of inputs a second, and one of them is enough. */
const askEvery = 500;

interface Deps {
  readonly clock: Clock;
  readonly onHung: () => void;
  /** It was busy, and is back. */
  readonly onResponds: () => void;
}

/**
 * Whether a page still answers those who use it. Chromium's own watch looks away while a debugger is attached,
 * which the guard of dialogs is.
 */
export class HangWatch {
  private cancel: (() => void) | undefined;
  private isHung = false;
  private askedAt = 0;

  public constructor(
    private readonly window: BrowserWindow,
    private readonly deps: Deps,
  ) {
    const { webContents } = window;
    webContents.on('input-event', () => void this.ask());
    // Another page, or none: nothing is waited for any more.
    webContents.on('did-navigate', () => this.answered());
    webContents.on('render-process-gone', () => this.answered());
    window.once('closed', () => this.cancel?.());
  }

  private async ask(): Promise<void> {
    const now = this.deps.clock.now();
    if (this.cancel !== undefined || now - this.askedAt < askEvery) return;
    if (this.window.isDestroyed()) return;
    this.askedAt = now;
    this.cancel = this.deps.clock.after(hungAfter, () => {
      // Who waits on, and uses the page in vain again, is asked again.
      this.cancel = undefined;
      this.isHung = true;
      this.deps.onHung();
    });
    await answers(this.window.webContents);
    this.answered();
  }

  private answered(): void {
    this.cancel?.();
    this.cancel = undefined;
    if (!this.isHung) return;
    this.isHung = false;
    this.deps.onResponds();
  }
}
