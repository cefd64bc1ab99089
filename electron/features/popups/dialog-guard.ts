import { dialog, type BrowserWindow } from 'electron';
import type { Clock } from '../../platform/clock.ts';
import { decideDialogs, type PageDialog } from '../../platform/runtime.ts';

/** A window that just got the focus may have opened while somebody types: nothing comes up as long (milliseconds). */
const reaction = 700;

/**
 * alert() and confirm() bring up a dialog that takes the keyboard, also from another program: under the fingers
 * of a person who types, the next space presses its button. So the main process decides for each, whatever frame
 * it comes from and whatever the page says of its focus. In a window that nobody looks at, the last alert
 * waits until somebody does; confirm is answered as if it was closed, as nobody is there to ask.
 */
export class DialogGuard {
  private waiting: string | undefined;
  private calmAt = 0;
  private cancel: () => void = () => undefined;

  public constructor(
    private readonly window: BrowserWindow,
    private readonly clock: Clock,
  ) {
    decideDialogs(window.webContents, (asked) => this.decide(asked));
    window.on('focus', () => this.focused());
    window.once('closed', () => this.cancel());
  }

  private decide({ dialogType, messageText }: PageDialog): 'show' | 'close' {
    if (this.window.isDestroyed()) return 'close';
    const isLookedAt = this.window.isFocused();
    if (isLookedAt && this.clock.now() >= this.calmAt) return 'show';
    if (dialogType === 'alert') this.waiting = messageText;
    if (isLookedAt) this.showSoon();
    return 'close';
  }

  private focused(): void {
    this.calmAt = this.clock.now() + reaction;
    this.showSoon();
  }

  private showSoon(): void {
    this.cancel();
    if (this.waiting === undefined) return;
    this.cancel = this.clock.after(reaction, () => {
      if (this.window.isDestroyed() || !this.window.isFocused()) return;
      const said = this.waiting;
      this.waiting = undefined;
      if (said === undefined) return;
      dialog.showMessageBox(this.window, { message: said, buttons: ['OK'] }).catch(() => {
        // The window was closed meanwhile.
      });
    });
  }
}
