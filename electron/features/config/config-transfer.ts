import { randomUUID } from 'node:crypto';
import {
  importInto,
  diffConfig,
  type ConfigDiff,
  type ImportMode,
} from '../../../shared/config/config-diff.ts';
import { detachImported } from '../../../shared/config/import-secrets.ts';
import { documentWarnings } from '../../../shared/config/secret-warnings.ts';
import { readConfig } from '../../../shared/config/read-config.ts';
import {
  configVersion,
  type ConfigDocument,
  type ConfigInput,
} from '../../../shared/model/config-document.ts';
import { fail, ok, type Problem, type Result } from '../../../shared/result.ts';
import type { ConfigEdits } from './config-edits.ts';
import type { ConfigService } from './config-service.ts';
import { openSecrets, sealSecrets } from './sealed-secrets.ts';
import { secretsIn } from '../../../shared/model/secrets-in.ts';
import type { SecretVault } from './secret-vault.ts';
import { message, type Message } from '../../../shared/text/message.ts';

/** A file that was read and waits for the decision. */
export interface PendingImport {
  readonly token: string;
  /** True where the file carries keys and tokens behind a passphrase. */
  readonly sealed: boolean;
  /** True where it names keys or tokens that it does not carry, and this computer does not have. */
  readonly missingSecrets: boolean;
  readonly warnings: readonly Message[];
  readonly diffs: Readonly<Record<ImportMode, ConfigDiff>>;
}

/** Without secrets there is no PIN either: a PIN of four digits is quickly guessed from its hash. */
function withoutPin<T extends Pick<ConfigDocument, 'settings'>>(
  document: T,
  passphrase: string | undefined,
): T {
  if (passphrase !== undefined || document.settings === undefined) return document;
  const { adminPin: _pin, ...settings } = document.settings;
  return { ...document, settings };
}

/** Import and export of what is configured on this computer. The agent stays: a file is for many desks. */
export class ConfigTransfer {
  private pending: { token: string; input: ConfigInput } | undefined;

  public constructor(
    private readonly config: ConfigService,
    private readonly edits: ConfigEdits,
    private readonly vault: SecretVault,
  ) {}

  /** @param passphrase with one the secrets go along, encrypted; without they are left out */
  public exportText(passphrase: string | undefined): string {
    const { agent: _stays, ...shared } = this.config.userDocument();
    const document = { ...withoutPin(shared, passphrase), version: configVersion };
    const secrets: Record<string, string> = {};
    for (const ref of secretsIn(document)) {
      const text = this.vault.reveal(ref);
      if (text !== undefined) secrets[ref.secret] = text;
    }
    const sealed =
      passphrase === undefined ? {} : { sealedSecrets: sealSecrets(secrets, passphrase) };
    return `${JSON.stringify({ ...document, ...sealed }, null, 2)}\n`;
  }

  /** Reads a file and says what it would change. Nothing is changed yet. */
  public read(
    text: string,
  ): { ok: true; value: PendingImport } | { ok: false; problems: readonly Problem[] } {
    const read = readConfig(text, {});
    if (!read.ok) return read;
    const token = randomUUID();
    this.pending = { token, input: read.value };
    const before = this.config.userDocument();
    const brought = new Set<string>();
    const imported = detachImported(read.value, {
      own: before,
      opened: {},
      keep(secret) {
        brought.add(secret);
        return { secret };
      },
      prefix: 'import',
    });
    const diff = (mode: ImportMode): ConfigDiff =>
      diffConfig(before, importInto(before, imported, mode));
    const sealed = read.value.sealedSecrets !== undefined;
    return {
      ok: true,
      value: {
        token,
        sealed,
        missingSecrets:
          !sealed &&
          secretsIn(imported).some(
            (ref) => !brought.has(ref.secret) && this.vault.reveal(ref) === undefined,
          ),
        warnings: documentWarnings(read.value),
        diffs: { merge: diff('merge'), replace: diff('replace') },
      },
    };
  }

  /** @returns a ticket with which it can be undone */
  public apply(
    token: string,
    mode: ImportMode,
    passphrase: string | undefined,
  ): Result<{ readonly ticket: string }> {
    const { pending } = this;
    if (pending?.token !== token) return fail(message('problem.transfer.fileForgotten'));
    const { sealedSecrets, ...input } = pending.input;
    const opened =
      sealedSecrets === undefined || passphrase === undefined
        ? ok({})
        : openSecrets(sealedSecrets, passphrase);
    if (!opened.ok) return opened;
    const imports = this.edits.importDocument((own) => {
      // Under new names: the previous secrets stay for an undo and for an import that is rejected.
      const imported = detachImported(input, {
        own,
        opened: opened.value,
        keep: (name, value) => this.vault.keep(name, value),
        prefix: `import-${randomUUID().slice(0, 8)}`,
      });
      return importInto(own, imported, mode);
    });
    if (imports.ok) this.pending = undefined;
    return imports;
  }
}
