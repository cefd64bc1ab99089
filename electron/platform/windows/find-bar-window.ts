import type { BrowserWindow, WebContents } from 'electron';
import { findStream } from '../../../shared/contract/wire.ts';
import type { NativeLanguage } from '../language.ts';
import { createOwnWindow } from './own-window.ts';

const size = { width: 380, height: 52 };
const margin = 12;

/** The find bar at the top right of a popup. */
export function createFindBarWindow(
  parent: BrowserWindow,
  preload: string,
  language: NativeLanguage,
): BrowserWindow {
  const place = (): { x: number; y: number } => {
    const area = parent.getContentBounds();
    return { x: area.x + area.width - size.width - margin, y: area.y + margin };
  };
  const bar = createOwnWindow(
    'find-bar',
    preload,
    {
      ...size,
      ...place(),
      parent,
      frame: false,
      resizable: false,
      skipTaskbar: true,
      title: language.t()('shell.findTitle'),
    },
    { language: language.name() },
  );
  const follow = (): void => {
    if (!bar.isDestroyed()) bar.setBounds({ ...place(), ...size });
  };
  parent.on('move', follow);
  parent.on('resize', follow);
  bar.once('closed', () => {
    if (parent.isDestroyed()) return;
    parent.off('move', follow);
    parent.off('resize', follow);
  });
  return bar;
}

/** What was found, for the bar. */
export const sendFound = (
  bar: WebContents,
  found: { readonly current: number; readonly total: number },
): void => bar.send(findStream, found);
