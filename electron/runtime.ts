import { safeStorage } from 'electron';
import tls from 'node:tls';

/**
 * Every question on what the runtime can do, in one place. We ship on the current Electron; Electron 25
 * (Node 18.15) is what the tests fall back to, and lacks what is asked for here.
 */

/** Authorities of the system's store; undefined where the runtime cannot read it (before Node 22.15). */
export function systemCertificates(): string[] | undefined {
  const read: unknown = Reflect.get(tls, 'getCACertificates');
  return typeof read === 'function' ? tls.getCACertificates('system') : undefined;
}

/**
 * Whether safeStorage protects anything. On Linux without a keyring Chromium's backend is `basic_text`,
 * a fixed password: as good as plain text, so it does not count. Electron 25 cannot name the backend,
 * but says "not available" there.
 */
export function isSafeStorageReal(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  if (process.platform !== 'linux') return true;
  const backend: unknown = Reflect.get(safeStorage, 'getSelectedStorageBackend');
  return typeof backend !== 'function' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}
