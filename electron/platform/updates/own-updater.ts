import { CancellationError, CancellationToken } from 'builder-util-runtime';
import { app, BrowserWindow } from 'electron';
import type { AppImageUpdater, AppUpdater } from 'electron-updater';
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { errorText, type Log } from '../logging/log.ts';
import type { Updater } from '../ports/updater.ts';
import { endableRequests } from './endable-requests.ts';

interface Deps {
  readonly log: Log;
  /** For a proxy that asks who comes. */
  readonly proxyCredentials: () => { username: string; password: string } | undefined;
}

/**
 * electron-updater on a folder of a web server, which it reaches as pages do: the system's proxy and authorities. It checks what it
 * fetched (SHA-512 of the feed; on Windows and macOS the signature too) and keeps to the share of a staged rollout.
 */
export function createOwnUpdater({ log, proxyCredentials }: Deps): Updater {
  const { load, askAt } = loader(proxyCredentials);
  return {
    async look(url) {
      const { updater } = await load();
      const found = await askAt(updater, url).checkForUpdates();
      return found?.isUpdateAvailable === true ? found.updateInfo.version : undefined;
    },
    async fetch(signal) {
      const { updater, requests } = await load();
      if (signal.aborted) return;
      const token = new CancellationToken();
      const fetched = updater.downloadUpdate(token);
      const giveUp = (): void => {
        token.cancel();
        void requests.end(fetched);
      };
      signal.addEventListener('abort', giveUp);
      await fetched.catch((error: unknown) => {
        if (!(error instanceof CancellationError)) throw error;
      });
    },
    install() {
      log.info('update installs');
      void Promise.all([load(), import('electron-updater')]).then(([{ updater }, library]) => {
        updater.once('error', (error) => {
          log.error('update not installed', { problem: errorText(error) });
          app.relaunch();
          app.exit();
        });
        // A window that stays in the tray when it is closed would keep the app from ending.
        for (const window of BrowserWindow.getAllWindows()) window.destroy();
        if (updater instanceof library.AppImageUpdater) replaceImage(updater);
        else updater.quitAndInstall(true, true);
      });
    },
  };
}

/** As the library does it, but the new one starts with the options of this one, such as `--config`. */
function replaceImage(updater: AppImageUpdater): void {
  let image = process.env['APPIMAGE'];
  updater.once('appimage-filename-updated', (renamed) => {
    image = renamed;
  });
  if (!updater.install(true) || image === undefined) return;
  app.releaseSingleInstanceLock();
  spawn(image, process.argv.slice(1), { detached: true, stdio: 'ignore' }).unref();
  app.exit();
}

/** Loaded when it is first needed: the start has enough to read. */
function loader(proxyCredentials: Deps['proxyCredentials']) {
  let loaded: ReturnType<typeof prepare> | undefined;
  let asked: string | undefined;
  const prepare = async () => {
    const { autoUpdater: updater } = await import('electron-updater');
    updater.autoDownload = false;
    updater.autoInstallOnAppQuit = true;
    updater.allowDowngrade = false;
    updater.logger = null;
    // Each failure also rejects the promise, where it is handled.
    updater.on('error', () => undefined);
    updater.signals.login((_info, answer) => {
      const known = proxyCredentials();
      if (known !== undefined) answer(known.username, known.password);
    });
    return { updater, requests: endableRequests(updater) };
  };
  return {
    load: () => (loaded ??= prepare()),
    askAt: (updater: AppUpdater, url: string | undefined): AppUpdater => {
      if (url !== undefined && url !== asked) {
        updater.setFeedURL({ provider: 'generic', url, useMultipleRangeRequest: false });
      }
      asked = url ?? asked;
      return updater;
    },
  };
}

/** What tells how this app was installed. */
export const ownInstallation = () => ({
  system: process.platform,
  isPackaged: app.isPackaged,
  executable: process.execPath,
  environment: process.env,
  hasAddress: existsSync(path.join(process.resourcesPath, 'app-update.yml')),
  // Written by build/installer.nsh.
  isForAll: existsSync(path.join(process.resourcesPath, 'installed-for-all')),
  isOwn: isWritable(path.resolve(process.resourcesPath, '../../..')),
});

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
