import path from 'node:path';
import type { ConfigInput } from '../../shared/model/config-document.ts';
import type { SecretRef } from '../../shared/model/secret.ts';
import { ConfigEdits } from '../features/config/config-edits.ts';
import { ConfigService } from '../features/config/config-service.ts';
import { SecretVault } from '../features/config/secret-vault.ts';
import { loadUserDocument } from '../features/config/user-document.ts';
import { createFileLog } from '../platform/logging/file-log.ts';
import { logUncaught } from '../startup/log-uncaught.ts';
import { createNumberDisplay } from '../platform/number-display.ts';
import { systemClock } from '../platform/clock.ts';
import { systemSecretCipher } from '../platform/runtime.ts';
import { openDocumentFile } from '../platform/storage/document-file.ts';
import { createMemories } from '../platform/storage/memories.ts';
import { openStorage } from '../platform/storage/open-storage.ts';

interface Options {
  /** Everything is stored in here. */
  readonly folder: string;
  /** From `--config`. */
  readonly config: ConfigInput | undefined;
  /** The compiled worker that owns the database. */
  readonly databaseWorker: string;
}

/** The basis of every other part: configuration, secrets, log and storage. */
export function createCoreParts({ folder, config, databaseWorker }: Options) {
  const clock = systemClock;
  const user = loadUserDocument(openDocumentFile(folder, 'config'));
  const vault: SecretVault = new SecretVault(
    openDocumentFile(folder, 'secrets'),
    systemSecretCipher,
    () => configService.snapshot().settings.plaintextSecrets,
  );
  const log = createFileLog(path.join(folder, 'logs'), (text) => vault.mask(text));
  const configService = new ConfigService({
    file: openDocumentFile(folder, 'config'),
    vault,
    userDocument: user.document,
    fileInput: config,
    keepUnusedSecrets: user.warning !== undefined,
  });
  const vaultWarning = vault.load();
  logUncaught(log);
  const storage = openStorage(databaseWorker, path.join(folder, 'ringcue.db'));
  return {
    clock,
    log,
    vault,
    configService,
    edits: new ConfigEdits(configService, vault),
    storage,
    memories: createMemories(storage.notes, clock, log),
    snapshot: () => configService.snapshot(),
    revealSecret: (ref: SecretRef) => vault.reveal(ref),
    /** A number as this desk writes it. */
    showNumber: createNumberDisplay(() => configService.snapshot()),
    mask: (text: string) => vault.mask(text),
    /** Sentences about files that could not be read. */
    warnings: [user.warning, vaultWarning].filter((warning) => warning !== undefined),
  };
}
