import type { BrowserWindow, Input } from 'electron';
import type { PageActions } from './context-menu.ts';

/** The keys of the context menu's entries. Popups have no menu bar, so nothing else would handle them. */
export function installPageKeys(window: BrowserWindow, actions: PageActions): void {
  window.webContents.on('before-input-event', (event, input) => {
    if (event.defaultPrevented || input.type !== 'keyDown') return;
    const run = action(window, input, actions);
    if (run === undefined) return;
    event.preventDefault();
    run();
  });
}

function action(
  { webContents }: BrowserWindow,
  input: Input,
  actions: PageActions,
): (() => void) | undefined {
  const command = process.platform === 'darwin' ? input.meta : input.control;
  const key = input.key.toLowerCase();
  if (command && !input.alt) {
    switch (key) {
      case 'f':
        return actions.find;
      case 'r':
        return actions.reload;
      case 'p':
        return () => webContents.print();
      case '+':
      case '=':
        return () => actions.zoom(1);
      case '-':
        return () => actions.zoom(-1);
      case '0':
        return () => actions.zoom(0);
      case '[':
      case ']':
        // What a browser on macOS has; Option and an arrow move by words there.
        if (process.platform !== 'darwin') return undefined;
        return key === '['
          ? () => webContents.navigationHistory.goBack()
          : () => webContents.navigationHistory.goForward();
      default:
        return undefined;
    }
  }
  if (key === 'f5') return actions.reload;
  if (process.platform === 'darwin') return undefined;
  if (input.alt && key === 'arrowleft') return () => webContents.navigationHistory.goBack();
  if (input.alt && key === 'arrowright') return () => webContents.navigationHistory.goForward();
  return undefined;
}
