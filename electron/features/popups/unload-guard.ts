import type { BrowserWindow } from 'electron';
import type { Clock } from '../../platform/clock.ts';
import type { NativeLanguage } from '../../platform/language.ts';
import { ask } from './ask.ts';

/** Milliseconds in which a page says whether it may be left; one that takes longer hangs. */
const answersWithin = 5_000;

interface Deps {
  readonly clock: Clock;
  readonly language: NativeLanguage;
}

/**
 * A page with unsaved input asks before it is left. Electron would refuse without a word; this asks, and
 * does what was wanted when the answer is "Leave". It never blocks: another call may be ringing. A page that does
 * not even say whether it may be left cannot keep its window: the close button leads to a question of ours.
 */
export class UnloadGuard {
  private retry: () => void = () => undefined;
  private onHeld: (() => void) | undefined;
  private mayLeave = false;
  private asking = false;
  private cancelClosing: (() => void) | undefined;

  public constructor(
    private readonly window: BrowserWindow,
    private readonly deps: Deps,
  ) {
    window.on('close', () => this.closing());
    window.once('closed', () => this.cancelClosing?.());
    window.webContents.on('will-prevent-unload', (event) => {
      this.stopWaiting();
      if (this.mayLeave) {
        this.mayLeave = false;
        event.preventDefault(); // Electron's way to say: leave all the same
      } else if (this.onHeld !== undefined) {
        this.onHeld();
      } else if (!this.asking) {
        this.ask();
      }
    });
  }

  /** Remembers what is being tried, to do it when the person agrees to leave. */
  public attempted(retry: () => void): void {
    this.retry = retry;
  }

  /** While it is set, a page that holds on is not asked about: nobody wanted to leave it but a call. */
  public whenHeld(onHeld: (() => void) | undefined): void {
    this.onHeld = onHeld;
  }

  private closing(): void {
    this.onHeld = undefined;
    this.attempted(() => this.window.destroy());
    this.cancelClosing ??= this.deps.clock.after(answersWithin, () => {
      this.cancelClosing = undefined;
      void this.askToClose();
    });
  }

  private stopWaiting(): void {
    this.cancelClosing?.();
    this.cancelClosing = undefined;
  }

  private ask(): void {
    const { retry } = this;
    const t = this.deps.language.t();
    this.asking = true;
    const texts = {
      message: t('shell.leave.question'),
      detail: t('shell.leave.detail'),
      stay: t('shell.leave.stay'),
      go: t('shell.leave.leave'),
    };
    void ask(this.window, { type: 'question', ...texts }).then((leaves) => {
      this.asking = false;
      if (!leaves) return;
      this.mayLeave = true;
      retry();
    });
  }

  private async askToClose(): Promise<void> {
    if (this.asking || this.window.isDestroyed()) return;
    this.asking = true;
    const t = this.deps.language.t();
    const closes = await ask(this.window, {
      type: 'warning',
      message: t('shell.hung.question'),
      detail: t('shell.hung.closeDetail'),
      stay: t('shell.hung.wait'),
      go: t('shell.hung.close'),
    });
    this.asking = false;
    if (closes) this.window.destroy();
  }
}
