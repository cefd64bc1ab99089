import { app } from 'electron';
import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import path from 'node:path';
import { createConfig, type ManagedInputs } from '../features/config/index.ts';
import { systemClock } from '../platform/clock.ts';
import { TrustedSenders } from '../platform/ipc/typed-main.ts';
import { createNativeLanguage } from '../platform/language.ts';
import { createFileLog } from '../platform/logging/file-log.ts';
import { createNumberDisplay } from '../platform/number-display.ts';
import { systemSecretCipher, unpacked } from '../platform/runtime.ts';
import { openDocumentFile } from '../platform/storage/document-file.ts';
import { createMemories } from '../platform/storage/memories.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { appOrigin } from '../platform/windows/app-scheme.ts';
import { logUncaught } from '../startup/log-uncaught.ts';

interface Options {
  /** Everything is stored in here. */
  readonly folder: string;
  /** What the company decides. */
  readonly managed: ManagedInputs;
  readonly storage: Storage;
  /** The compiled app. */
  readonly dist: string;
}

/** The basis of every service: configuration, secrets, log, storage and language. */
export function createCore({ folder, managed, storage, dist }: Options) {
  const clock = systemClock;
  const config = createConfig({
    clock,
    configFile: openDocumentFile(folder, 'config'),
    secretsFile: openDocumentFile(folder, 'secrets'),
    attemptsFile: openDocumentFile(folder, 'pin-attempts'),
    cipher: systemSecretCipher,
    managed,
  });
  const log = createFileLog(path.join(folder, 'logs'), config.mask);
  logUncaught(log);
  const memories = createMemories(storage.values, clock, log);
  return {
    clock,
    config,
    log,
    storage,
    memories,
    folder,
    /** Tells this desk from others, and nothing more of it. */
    deskId: createHash('sha256').update(`${hostname()} ${folder}`).digest('hex').slice(0, 12),
    paths: {
      preload: path.join(dist, 'preload.cjs'),
      icon: path.join(dist, 'renderer/icon.png'),
      renderer: path.join(dist, 'renderer'),
      licences: path.join(dist, 'third-party-licences.txt'),
      mappingProcess: path.join(dist, 'mapping-process.cjs'),
      demoWorker: unpacked(dist, 'demo-worker.cjs'),
    },
    language: createNativeLanguage(
      () => config.snapshot().settings.language,
      () => app.getPreferredSystemLanguages(),
    ),
    /** Our own windows, and what each may call. */
    trusted: new TrustedSenders(appOrigin),
    /** A number as this desk writes it. */
    showNumber: createNumberDisplay(config.snapshot),
    disposers: [() => storage.close(), () => memories.flush(), () => config.lock.dispose()],
  };
}

export type Core = ReturnType<typeof createCore>;
