import { net, safeStorage, type WebContents } from 'electron';
import path from 'node:path';
import tls from 'node:tls';

/**
 * Every question on what the runtime can do, in one place. We ship on the current Electron; Electron 25
 * (Node 18.15) is what the tests fall back to. What is deprecated here has no successor there.
 */
/* eslint-disable @typescript-eslint/no-deprecated */

export const electronVersion: string = process.versions.electron;

/** Authorities of the system's store; undefined where the runtime cannot read it (before Node 22.15). */
export function systemCertificates(): string[] | undefined {
  const read: unknown = Reflect.get(tls, 'getCACertificates');
  return typeof read === 'function' ? tls.getCACertificates('system') : undefined;
}

/**
 * The system's key storage. On Linux without a keyring Chromium's backend is `basic_text`, a fixed
 * password: as good as plain text, so it does not count as real. Electron 25 cannot name the backend,
 * but says "not available" there.
 */
export const systemSecretCipher = {
  isReal(): boolean {
    if (!safeStorage.isEncryptionAvailable()) return false;
    if (process.platform !== 'linux') return true;
    const backend: unknown = Reflect.get(safeStorage, 'getSelectedStorageBackend');
    return (
      typeof backend !== 'function' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
    );
  },
  encrypt: (text: string): Buffer => safeStorage.encryptString(text),
  decrypt: (data: Buffer): string => safeStorage.decryptString(data),
};

/** False while this computer has no network. Loopback needs none. */
export const isOnline = (host: string): boolean =>
  net.isOnline() || /^(localhost|127\.|\[::1\])/.test(host);

export interface PageHistory {
  readonly canGoBack: () => boolean;
  readonly canGoForward: () => boolean;
  readonly goBack: () => void;
  readonly goForward: () => void;
}

/** Back and forward; `navigationHistory` came with Electron 27. */
export function historyOf(contents: WebContents): PageHistory {
  const modern: unknown = Reflect.get(contents, 'navigationHistory');
  return modern === undefined ? contents : contents.navigationHistory;
}

/** Forgets where a page came from: Back must not lead to the blank page of a prepared window. */
export function clearHistory(contents: WebContents): void {
  const modern: unknown = Reflect.get(contents, 'navigationHistory');
  if (modern === undefined) contents.clearHistory();
  else contents.navigationHistory.clear();
}

/** A worker thread cannot be loaded out of the archive: the packager puts it beside. */
export const unpacked = (dist: string, file: string): string =>
  path.join(dist.replace('app.asar', 'app.asar.unpacked'), file);
