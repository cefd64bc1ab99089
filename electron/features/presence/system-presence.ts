import { app, globalShortcut, Notification } from 'electron';
import type { Settings } from '../../../shared/model/settings.ts';
import { setAutostart } from './autostart.ts';
import { linkSchemes } from './link-schemes.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';

interface Deps {
  readonly log: Log;
  readonly settings: () => Settings;
  /** A source takes events by `ringcue:` links, whatever becomes of other links. */
  readonly eventLinks: () => boolean;
  readonly openDesk: () => void;
  /** Marks the desk's button in the taskbar; 0 takes the mark away. */
  readonly markDesk: (missed: number) => void;
}

/** What the desk shows and does in the system beyond its windows. */
export class SystemPresence {
  private missed = 0;
  private shortcut: string | undefined;
  private disposed = false;

  public constructor(private readonly deps: Deps) {}

  /** Settings changed, or the app started. */
  public apply(): void {
    const { launchAtLogin, openLinks, shortcut } = this.deps.settings();
    // Only an installed app may do so: a copy in a build folder would come back for ever.
    if (app.isPackaged) {
      this.startAtLogin(launchAtLogin);
      const { eventLinks } = this.deps;
      for (const scheme of linkSchemes) {
        if (openLinks || (scheme === 'ringcue' && eventLinks())) {
          app.setAsDefaultProtocolClient(scheme);
        } else app.removeAsDefaultProtocolClient(scheme);
      }
    }
    this.register(shortcut);
  }

  /** A call rang for this agent and was not answered. */
  public callMissed(title: string, body: string): void {
    if (this.disposed) return;
    this.missed += 1;
    this.showMissed();
    this.notify(title, body);
  }

  public notify(title: string, body: string): void {
    // Who quits wants no news.
    if (this.disposed || !this.deps.settings().notifications || !Notification.isSupported()) return;
    const notification = new Notification({ title, body, silent: true });
    notification.on('click', this.deps.openDesk);
    notification.show();
  }

  /** Somebody looks at the desk. */
  public seen(): void {
    if (this.missed === 0) return;
    this.missed = 0;
    this.showMissed();
  }

  public dispose(): void {
    this.disposed = true;
    this.register(undefined);
  }

  private startAtLogin(enabled: boolean): void {
    if (process.platform !== 'linux') {
      app.setLoginItemSettings({ openAtLogin: enabled });
      return;
    }
    try {
      setAutostart(enabled);
    } catch (error) {
      this.deps.log.warn('start with the session not set', { problem: errorText(error) });
    }
  }

  /** On the icon: a number on macOS and Linux, a mark on Windows. */
  private showMissed(): void {
    app.setBadgeCount(this.missed);
    if (process.platform === 'win32') this.deps.markDesk(this.missed);
  }

  private register(shortcut: string | undefined): void {
    if (this.shortcut === shortcut) return;
    if (this.shortcut !== undefined) globalShortcut.unregister(this.shortcut);
    this.shortcut = undefined;
    if (shortcut === undefined || shortcut === '') return;
    try {
      // False where another program has it.
      if (globalShortcut.register(shortcut, this.deps.openDesk)) this.shortcut = shortcut;
      else this.deps.log.warn('shortcut is taken', { shortcut });
    } catch (error) {
      this.deps.log.warn('shortcut not registered', { shortcut, problem: errorText(error) });
    }
  }
}
