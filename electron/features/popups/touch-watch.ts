import type { BrowserWindow } from 'electron';
import type { Log } from '../../platform/logging/log.ts';
import { nextInput } from './page-scripts.ts';
import type { PersonWatch } from './person-watch.ts';

/**
 * Whether a person has used a popup. A used popup does not close when a colleague answers;
 * one with unsaved input never closes or navigates automatically, because the input would be lost. What a page
 * writes into itself is nobody's input.
 */
export class TouchWatch {
  private focusGiven = false;
  private touched = false;
  private edited = false;

  public constructor(
    private readonly window: BrowserWindow,
    private readonly person: PersonWatch,
    private readonly log: Log,
  ) {
    const { webContents } = window;
    window.on('focus', () => {
      if (!this.focusGiven) this.touched = true;
      this.focusGiven = false;
    });
    webContents.on('before-input-event', (event, input) => {
      if (event.defaultPrevented || input.type !== 'keyDown') return;
      this.touched = true;
      // Frames of other sites are not looked into, but keys that write pass here all the same.
      if (input.key.length === 1 && !input.control && !input.meta) this.edited = true;
    });
    // The input was submitted or discarded: the page has changed.
    webContents.on('did-navigate', () => (this.edited = false));
    webContents.on('dom-ready', () => void this.waitForInput());
  }

  /** The focus that comes next is our doing, not a person's. */
  public expectFocus(): void {
    this.focusGiven = true;
  }

  public isTouched(): boolean {
    return this.touched || this.edited;
  }

  public hasEdits(): boolean {
    return this.edited;
  }

  /** Another call's page: nobody has touched that yet. */
  public reset(): void {
    this.touched = false;
    this.edited = false;
  }

  private async waitForInput(): Promise<void> {
    const url = this.window.isDestroyed() ? '' : this.window.webContents.getURL();
    const isHere = (): boolean =>
      !this.window.isDestroyed() && this.window.webContents.getURL() === url;
    while (isHere()) {
      const input = await nextInput(this.window.webContents);
      if (input === undefined || !isHere()) return;
      // What is dropped comes from another window, and no button is seen here.
      if (input !== 'drop' && !this.person.wasHere()) continue;
      this.edited = true;
      this.touched = true;
      this.log.info('popup edited');
      return;
    }
  }
}
