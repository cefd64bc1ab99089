import { app, BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { channelsArgument, streamArgument } from '../../../shared/contract/wire.ts';
import { appPages, pageUrl, type AppPage } from './app-scheme.ts';
import { devServer } from './dev-server.ts';

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
  const isDev = devServer(process.env, app.isPackaged) !== undefined;
  webContents.on('will-navigate', (event) => {
    // A changed source that cannot be replaced in place reloads the page that shows it, and no other.
    if (isDev && event.url === webContents.getURL()) return;
    event.preventDefault();
  });
  webContents.on('will-redirect', (event) => event.preventDefault());
  // Ours have no frames.
  webContents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  void window.loadURL(pageUrl(page, query));
  if (isDev && page === 'desk') webContents.openDevTools({ mode: 'detach', activate: false });
  return window;
}
