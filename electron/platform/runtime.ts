import { net, safeStorage, type WebContents } from 'electron';
import path from 'node:path';
import tls from 'node:tls';
import { z } from 'zod';

/**
 * Every question about what the runtime can do, in one place. We ship on the current Electron; the tests fall
 * back to Electron 33 (Node 20.18).
 */

export const electronVersion: string = process.versions.electron;

/** Authorities of the system's store; undefined where the runtime cannot read it (before Node 22.15). */
export function systemCertificates(): string[] | undefined {
  const read: unknown = Reflect.get(tls, 'getCACertificates');
  return typeof read === 'function' ? tls.getCACertificates('system') : undefined;
}

/**
 * The system's key storage. On Linux without a keyring Chromium's backend is `basic_text`, a fixed
 * password: as good as plain text, so it does not count as real.
 */
export const systemSecretCipher = {
  // Their successors are asynchronous and newer than our oldest Electron.
  /* eslint-disable @typescript-eslint/no-deprecated */
  isReal(): boolean {
    if (!safeStorage.isEncryptionAvailable()) return false;
    if (process.platform !== 'linux') return true;
    return safeStorage.getSelectedStorageBackend() !== 'basic_text';
  },
  encrypt: (text: string): Buffer => safeStorage.encryptString(text),
  decrypt: (data: Buffer): string => safeStorage.decryptString(data),
  /* eslint-enable @typescript-eslint/no-deprecated */
};

/** False while this computer has no network. Loopback needs none. */
export const isOnline = (host: string): boolean =>
  net.isOnline() || /^(localhost|127\.|\[::1\])/.test(host);

/** A worker thread cannot be loaded out of the archive: the packager puts it beside. */
export const unpacked = (dist: string, file: string): string =>
  path.join(dist.replace('app.asar', 'app.asar.unpacked'), file);

const dialogSchema = z.object({
  frame: z.object({ url: z.string() }),
  dialogType: z.enum(['alert', 'confirm', 'prompt']),
  messageText: z.string(),
});

/** A dialog that a page asks for. */
export type PageDialog = Readonly<z.output<typeof dialogSchema>>;

/**
 * Asks before Electron shows a dialog of a page; one that is not shown is answered as if it was closed. Electron
 * has no public way to say so, only the event that its own answer listens to.
 */
export function decideDialogs(
  contents: WebContents,
  decide: (asked: PageDialog) => 'show' | 'close',
): void {
  const event = '-run-dialog';
  const emitter: NodeJS.EventEmitter = contents;
  const listeners = emitter.rawListeners(event);
  emitter.removeAllListeners(event);
  emitter.on(event, (info: unknown, answer: unknown, ...rest: unknown[]) => {
    const asked = dialogSchema.safeParse(info);
    const shows = asked.success && decide(asked.data) === 'show';
    if (!shows && typeof answer === 'function') {
      Reflect.apply(answer, undefined, [false, '']);
      return;
    }
    for (const listener of listeners) Reflect.apply(listener, contents, [info, answer, ...rest]);
  });
}

/** The first Electron whose dialogs take any frame (electron/electron#50062). */
const dialogsTakeAnyFrame = 42;

/**
 * Before Electron 42, alert() and confirm() of a frame that has not navigated yet (a page's
 * `window.open('javascript:...')`, a frame without address) end in an unhandled rejection, and the page waits for
 * its answer forever. Such a dialog is answered as if it was closed.
 */
export function answerDialogsOfBlankFrames(contents: WebContents): void {
  if (Number.parseInt(electronVersion, 10) >= dialogsTakeAnyFrame) return;
  decideDialogs(contents, ({ frame }) => (URL.canParse(frame.url) ? 'show' : 'close'));
}
