import type { BrowserWindow } from 'electron';
import { parseUrl } from '../../../shared/model/definition.ts';
import type { Clock } from '../../platform/clock.ts';

/** Milliseconds in which a page lets itself be left; one that takes longer hangs. */
const leavesWithin = 5_000;

interface Outcome {
  /** The new page, or a page about its problem, is in the window. */
  readonly arrived: () => void;
  /** The old page does not let itself be left. */
  readonly held: () => void;
}

/**
 * Follows the load of another page in a window that has one. Until it has arrived the old one is on screen, and
 * may stay there: its beforeunload can hold it, or hang.
 */
export class Replacement {
  private started = false;
  private readonly cancel: () => void;

  public constructor(
    private readonly window: BrowserWindow,
    private readonly url: string,
    private readonly outcome: Outcome,
    clock: Clock,
  ) {
    window.webContents.on('did-start-navigation', this.onStart);
    window.webContents.on('did-navigate', this.onNavigate);
    window.once('closed', this.end);
    this.cancel = clock.after(leavesWithin, () => this.hold());
  }

  /** It is left out of account: something else happens in the window. */
  public readonly end = (): void => {
    this.cancel();
    if (this.window.isDestroyed()) return;
    this.window.off('closed', this.end);
    this.window.webContents.off('did-start-navigation', this.onStart);
    this.window.webContents.off('did-navigate', this.onNavigate);
  };

  /** The old page stays. */
  public hold(): void {
    this.end();
    if (this.window.isDestroyed()) return;
    // A page that comes to its senses later must not go after all.
    this.window.webContents.stop();
    this.outcome.held();
  }

  private readonly onStart = (
    details: Electron.Event<Electron.WebContentsDidStartNavigationEventParams>,
  ): void => {
    const isOurs = details.isMainFrame && !details.isSameDocument;
    if (!isOurs || details.url !== parseUrl(this.url)?.href) return;
    this.started = true;
    this.cancel();
  };

  private readonly onNavigate = (): void => {
    if (!this.started) return;
    this.end();
    this.outcome.arrived();
  };
}
