import type { BrowserWindow } from 'electron';
import type { Clock } from '../../platform/clock.ts';

/** Keys within this time of a focus that nobody asked for were meant for another window (milliseconds). */
const reaction = 700;
/** However long somebody keeps typing: after this they have seen where they type (milliseconds). */
const longest = 3_000;

/**
 * Threat: a popup opens while somebody types, the window manager gives it the focus, and half a sentence
 * for another window, or its Enter, lands in the CRM. Keys are swallowed until the person could have seen it.
 */
export class KeyGuard {
  private until = 0;
  private end = 0;

  public constructor(
    window: BrowserWindow,
    private readonly clock: Clock,
  ) {
    window.webContents.on('before-input-event', (event, input) => {
      const now = this.clock.now();
      if (now >= this.until) return;
      event.preventDefault();
      if (input.type === 'keyDown') this.until = Math.min(this.end, now + reaction);
    });
  }

  /** The window comes on screen, or takes the focus, without a person's doing. */
  public appeared(): void {
    const now = this.clock.now();
    this.until = now + reaction;
    this.end = now + longest;
  }
}
