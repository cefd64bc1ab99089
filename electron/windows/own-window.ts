import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { pageUrl, type AppPage } from './app-scheme.ts';

/** A window with one of our own pages: the only ones that get the preload. */
export function createOwnWindow(
  page: AppPage,
  preload: string,
  options: BrowserWindowConstructorOptions,
  query: Readonly<Record<string, string>> = {},
): BrowserWindow {
  const window = new BrowserWindow({
    ...options,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The preload reads which page it is for, to expose no more than that page needs.
      additionalArguments: [`--ringcue-page=${page}`],
    },
  });
  const { webContents } = window;
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.on('will-redirect', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  void window.loadURL(pageUrl(page, query));
  return window;
}
