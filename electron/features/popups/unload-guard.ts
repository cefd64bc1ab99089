import type { BrowserWindow } from 'electron';
import type { NativeLanguage } from '../../platform/language.ts';
import { ask } from './ask.ts';

/**
 * A page with unsaved input asks before it is left. Electron would refuse without a word; this asks, and
 * does what was wanted when the answer is "Leave". It never blocks: another call may be ringing.
 */
export class UnloadGuard {
  private retry: () => void = () => undefined;
  private mayLeave = false;
  private asking = false;

  public constructor(
    private readonly window: BrowserWindow,
    private readonly language: NativeLanguage,
  ) {
    window.on('close', () => this.attempted(() => window.destroy()));
    window.webContents.on('will-prevent-unload', (event) => {
      if (this.mayLeave) {
        this.mayLeave = false;
        event.preventDefault(); // Electron's way to say: leave all the same
      } else if (!this.asking) {
        this.ask();
      }
    });
  }

  /** Remembers what is being tried, to do it when the person agrees to leave. */
  public attempted(retry: () => void): void {
    this.retry = retry;
  }

  private ask(): void {
    const { retry } = this;
    const t = this.language.t();
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
}
