import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { channelsArgument, streamArgument } from '../../../shared/contract/wire.ts';
import { appPages, pageUrl, type AppPage } from './app-scheme.ts';

/** A window with one of our own pages: the only ones that get the preload. */
export function createOwnWindow(
  page: AppPage,
  preload: string,
  options: BrowserWindowConstructorOptions,
  query: Readonly<Record<string, string>> = {},
): BrowserWindow {
  const { contract, stream } = appPages[page];
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
      // The preload exposes no more than this page needs.
      additionalArguments: [
        `${channelsArgument}${Object.keys(contract).join(',')}`,
        `${streamArgument}${stream}`,
      ],
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
