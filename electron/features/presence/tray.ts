import { Menu, nativeImage, Tray, type MenuItemConstructorOptions } from 'electron';
import type { NativeLanguage } from '../../platform/language.ts';

export interface TrayDeps {
  readonly icon: string;
  readonly language: NativeLanguage;
  /** How the connections are doing, in a few words of the person's language. */
  readonly state: () => 'connected' | 'reconnecting' | 'none';
  readonly isPaused: () => boolean;
  readonly pause: (minutes: number | undefined) => void;
  readonly resume: () => void;
  readonly openDesk: () => void;
  readonly quit: () => void;
}

/** Pixels; the system scales it for dense screens. */
const size = 22;

/** The icon in the system's tray: state, pause and the way back to the desk. */
export class DeskTray {
  private tray: Tray | undefined;
  /** What the tray says now: sources report each event, and a menu made anew for each would be waste. */
  private shown = '';

  public constructor(private readonly deps: TrayDeps) {}

  public show(): void {
    const icon = nativeImage.createFromPath(this.deps.icon).resize({ width: size, height: size });
    this.tray = new Tray(icon);
    this.tray.on('click', this.deps.openDesk);
    this.update();
  }

  /** State, pause or language changed. */
  public update(): void {
    const { tray, deps } = this;
    if (tray === undefined || tray.isDestroyed()) return;
    const t = deps.language.t();
    const state = deps.isPaused() ? t('shell.tray.paused') : t(`shell.tray.states.${deps.state()}`);
    const shown = `${deps.language.name()} ${state}`;
    if (shown === this.shown) return;
    this.shown = shown;
    tray.setToolTip(`Ringcue – ${state}`);
    tray.setContextMenu(Menu.buildFromTemplate(this.items(state)));
  }

  public dispose(): void {
    this.tray?.destroy();
    this.tray = undefined;
  }

  private items(state: string): MenuItemConstructorOptions[] {
    const { language, isPaused, pause, resume, openDesk, quit } = this.deps;
    const t = language.t();
    const pauses: MenuItemConstructorOptions[] = isPaused()
      ? [{ label: t('shell.tray.resume'), click: resume }]
      : [
          { label: t('shell.tray.pauseQuarter'), click: () => pause(15) },
          { label: t('shell.tray.pauseHour'), click: () => pause(60) },
          { label: t('shell.tray.pauseOpen'), click: () => pause(undefined) },
        ];
    return [
      { label: state, enabled: false },
      { type: 'separator' },
      ...pauses,
      { type: 'separator' },
      { label: t('shell.tray.open'), click: openDesk },
      { label: t('shell.tray.quit'), click: quit },
    ];
  }
}
