import type { SecretRef } from '../../../shared/model/secret.ts';
import type { Clock } from '../../platform/clock.ts';
import type { DocumentFile } from '../../platform/ports/document-file.ts';
import { AdminLock } from './admin-lock.ts';
import { ConfigEdits } from './config-edits.ts';
import { ConfigService, type ManagedInputs } from './config-service.ts';
import { ConfigTransfer } from './config-transfer.ts';
import { freshName } from './fresh-name.ts';
import { SecretVault, type SecretCipher } from './secret-vault.ts';
import { loadUserDocument } from './user-document.ts';

interface Deps {
  readonly clock: Clock;
  readonly configFile: DocumentFile;
  readonly secretsFile: DocumentFile;
  /** How many wrong PINs were entered. */
  readonly attemptsFile: DocumentFile;
  readonly cipher: SecretCipher;
  /** What the company decides. */
  readonly managed: ManagedInputs;
}

/** What is configured, by whom it may be changed, and its secrets. */
export function createConfig(deps: Deps) {
  const { clock, configFile, secretsFile, attemptsFile, cipher, managed } = deps;
  const vault = new SecretVault(
    secretsFile,
    cipher,
    // Asked when a secret is stored: by then the configuration is there.
    (): boolean => service.snapshot().settings.plaintextSecrets,
  );
  const vaultWarning = vault.load();
  const user = loadUserDocument(configFile, {
    moveIn: (name, value) => vault.moveIn(freshName(name), value),
    keepInMemory: (name, value) => vault.keepInMemory(name, value),
  });
  const service: ConfigService = new ConfigService({
    file: configFile,
    vault,
    userDocument: user.document,
    managed,
    keepUnusedSecrets: user.warning !== undefined,
  });
  const edits = new ConfigEdits(service, vault);
  return {
    service,
    edits,
    vault,
    lock: new AdminLock(() => service.snapshot().settings, clock, attemptsFile),
    transfer: new ConfigTransfer(service, edits, vault),
    snapshot: () => service.snapshot(),
    revealSecret: (ref: SecretRef) => vault.reveal(ref),
    keepSecret: ({ secret }: SecretRef, value: string): void => void vault.keep(secret, value),
    mask: (text: string) => vault.mask(text),
    /** Sentences about files that could not be read. */
    warnings: [user.warning, vaultWarning].filter((warning) => warning !== undefined),
  };
}

export type Config = ReturnType<typeof createConfig>;
export { gateOf, type AdminLock } from './admin-lock.ts';
export { configView } from './config-view.ts';
export type { ConfigEdits } from './config-edits.ts';
export type { ConfigService, ManagedInputs } from './config-service.ts';
export { Publisher } from './publisher.ts';
export { SharedDelivery } from './shared-delivery.ts';
export type { SecretVault } from './secret-vault.ts';
