import type { BrowserWindow } from 'electron';
import type { Clock } from '../../platform/clock.ts';

/** Inputs of the mouse and of fingers that press something; moving over a page asks it for nothing. */
const presses: ReadonlySet<string> = new Set(['mouseDown', 'mouseUp', 'gestureTap', 'touchEnd']);

/** As long as Chromium counts a click as the reason of what a page does (milliseconds). */
const reason = 5_000;

/**
 * When a person last pressed a key or a button in a window, as the main process saw it come from the system.
 * Threat: a page can type into itself, click its own buttons and say anything about its focus; it cannot make
 * these events.
 */
export class PersonWatch {
  private last = Number.NEGATIVE_INFINITY;

  public constructor(
    { webContents }: BrowserWindow,
    private readonly clock: Clock,
    /** A person pressed something. */
    private readonly onPress: () => void = () => undefined,
  ) {
    webContents.on('before-input-event', (event, input) => {
      // A key that was meant for another window is no wish for this one.
      if (!event.defaultPrevented && input.type === 'keyDown') this.pressed();
    });
    webContents.on('input-event', (_event, { type }) => {
      if (presses.has(type)) this.pressed();
    });
    // Since Electron 37; it also comes for frames of other sites, which `input-event` does not.
    webContents.on('before-mouse-event', (_event, { type }) => {
      if (presses.has(type)) this.pressed();
    });
  }

  /** @param within milliseconds */
  public wasHere(within = reason): boolean {
    return this.clock.now() - this.last <= within;
  }

  private pressed(): void {
    this.last = this.clock.now();
    this.onPress();
  }
}
