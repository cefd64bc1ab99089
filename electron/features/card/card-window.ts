import {
  BrowserWindow,
  screen,
  type BrowserWindowConstructorOptions,
  type Rectangle,
} from 'electron';
import { lowestCard } from '../../../shared/contract/card.ts';
import { cardFrame } from '../../../shared/contract/wire.ts';
import type { PlacementMemory } from '../../platform/windows/placement-memory.ts';
import { displays } from '../../platform/windows/screens.ts';
import { firstPlace, snapToEdge } from './snap-to-edge.ts';

const first = { width: 320, height: lowestCard };
/** No id of a popup begins so. */
const placeName = ' card';

/** A window that can be seen and clicked, and never has the keyboard. */
const options: BrowserWindowConstructorOptions = {
  ...first,
  title: 'Ringcue card',
  show: false,
  focusable: false,
  alwaysOnTop: true,
  frame: false,
  resizable: false,
  minimizable: false,
  maximizable: false,
  fullscreenable: false,
  skipTaskbar: true,
};

/** As of the desk's own page, which draws it; it calls nothing, so it has no preload. */
const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  navigateOnDragDrop: false,
};

/**
 * The card's window. The desk's page opens it and draws it in its own process; where it is and when it comes on screen is
 * decided here.
 */
export class CardWindow {
  private window: BrowserWindow | undefined;
  /** Where it was put; the window itself may still be on its way there. */
  private bounds: Rectangle | undefined;
  private size = first;
  private readonly replace = (): void => this.place();

  public constructor(private readonly placements: PlacementMemory) {
    screen.on('display-removed', this.replace);
    screen.on('display-metrics-changed', this.replace);
  }

  /** The only window that the desk's page may open, and only once. */
  public allowIn(desk: BrowserWindow): void {
    const { webContents } = desk;
    // Without the desk nothing would draw it; a desk that crashed makes another one.
    desk.once('closed', () => this.window?.destroy());
    webContents.on('render-process-gone', () => this.window?.destroy());
    webContents.setWindowOpenHandler(({ url, frameName }) =>
      url === 'about:blank' && frameName === cardFrame && this.window === undefined
        ? {
            action: 'allow',
            overrideBrowserWindowOptions: { webPreferences },
            createWindow: (made) => this.create(made),
          }
        : { action: 'deny' },
    );
  }

  /** Above what is there, on every workspace; whoever types elsewhere goes on typing. */
  public show(): void {
    const { window } = this;
    if (window === undefined || window.isVisible()) return;
    this.place();
    window.showInactive();
  }

  /** Stays at its edge, and the window that has the keyboard keeps it. */
  public resize(height: number): void {
    if (this.size.height === height) return;
    this.size = { ...first, height };
    if (this.window?.isVisible() === true) this.place();
  }

  public hide(): void {
    if (this.window?.isVisible() === true) this.window.hide();
  }

  public move(x: number, y: number): void {
    this.put({ ...this.size, x, y });
  }

  public drop(): void {
    if (this.bounds === undefined) return;
    const { workArea } = screen.getDisplayMatching(this.bounds);
    const place = snapToEdge(this.bounds, workArea);
    this.put(place);
    this.placements.remember(placeName, displays(), place);
  }

  public dispose(): void {
    screen.off('display-removed', this.replace);
    screen.off('display-metrics-changed', this.replace);
    if (this.window !== undefined && !this.window.isDestroyed()) this.window.destroy();
  }

  /** @param made by Electron: its page is the one that the desk's page gets to draw in */
  private create(made: BrowserWindowConstructorOptions): Electron.WebContents {
    // Electron's types do not name it.
    const joined: { webContents?: unknown } = { webContents: Reflect.get(made, 'webContents') };
    const window = new BrowserWindow({
      ...options,
      ...(made.webPreferences && { webPreferences: made.webPreferences }),
      ...(joined.webContents !== undefined && joined),
    });
    this.window = window;
    window.setMenu(null);
    // Also above the whole screen of another program, where agents have their CRM so.
    window.setAlwaysOnTop(true, 'screen-saver');
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
    window.webContents.on('will-navigate', (event) => event.preventDefault());
    window.on('page-title-updated', (event) => event.preventDefault());
    window.once('closed', () => (this.window = undefined));
    return window.webContents;
  }

  /** Where it was among these displays, as far as that is on one of them. */
  private place(): void {
    if (this.window === undefined) return;
    const known = this.placements.of(placeName, displays());
    const { workArea } =
      known === undefined ? screen.getPrimaryDisplay() : screen.getDisplayMatching(known);
    const place =
      known === undefined
        ? firstPlace(this.size, workArea)
        : snapToEdge({ ...known, ...this.size }, workArea);
    this.put(place);
  }

  private put(bounds: Rectangle): void {
    this.bounds = bounds;
    this.window?.setBounds(bounds);
  }
}
