import type { BrowserWindow } from 'electron';
import type { KeptValues } from '../storage/kept-values.ts';
import { placeOnScreen, type Bounds } from './bounds.ts';
import { PlacementMemory } from './placement-memory.ts';
import { displays, workAreas } from './screens.ts';

/** No id of a popup begins so. */
const placeName = ' desk';
const maximizedName = ' desk maximized';

/** Where the desk was last, and how large. */
export class DeskPlacement {
  private readonly memory: PlacementMemory;

  public constructor(private readonly kept: Pick<KeptValues, 'of' | 'remember'>) {
    this.memory = new PlacementMemory(kept);
  }

  /** Undefined before it was first moved. It is on a screen, whatever displays there were then. */
  public bounds(): Bounds | undefined {
    const known = this.memory.of(placeName, displays());
    return known && placeOnScreen(known, workAreas());
  }

  public isMaximized(): boolean {
    return this.kept.of(maximizedName) !== undefined;
  }

  /** Saves each change of size and place. Quitting does not close the window, so its end would come too late. */
  public follow(window: BrowserWindow): void {
    const remember = (): void => {
      // A desk prepared in the background has no place yet.
      if (!window.isVisible() || window.isMinimized()) return;
      this.memory.remember(placeName, displays(), window.getNormalBounds());
      this.kept.remember(maximizedName, window.isMaximized() ? 'yes' : '');
    };
    window.on('move', remember);
    window.on('resize', remember);
    window.on('maximize', remember);
    window.on('unmaximize', remember);
  }
}
