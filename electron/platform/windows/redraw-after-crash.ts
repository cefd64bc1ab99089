import type { BrowserWindow } from 'electron';
import type { Clock } from '../clock.ts';
import type { Log } from '../logging/log.ts';

/** Milliseconds. A page that crashes again sooner than that is drawn again no more often than that. */
const pause = 10_000;

/** Draws a page of ours again when its process has ended: an agent must not be left with an empty desk. */
export function redrawAfterCrash(
  window: BrowserWindow,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): void {
  const { webContents } = window;
  let waits = false;
  let isGone = false;
  let cancel = (): void => undefined;
  const redraw = (): void => {
    if (!isGone) return;
    isGone = false;
    webContents.reload();
    waits = true;
    cancel = clock.after(pause, () => {
      waits = false;
      redraw();
    });
  };
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log.error('own page crashed', { reason });
    isGone = true;
    if (!waits) redraw();
  });
  window.once('closed', () => cancel());
}
