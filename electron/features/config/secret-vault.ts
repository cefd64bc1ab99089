import { z } from 'zod';
import type { SecretState } from '../../../shared/contract/views.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import type { SecretInput, SecretRef } from '../../../shared/model/secret.ts';
import { Refusal } from '../../../shared/result.ts';
import type { DocumentFile } from '../../platform/ports/document-file.ts';
import { SecretMask } from './secret-mask.ts';
import { Listeners } from '../../platform/listeners.ts';
import { message, type Message } from '../../../shared/text/message.ts';

/** The system's key storage: Keychain, DPAPI, a keyring. */
export interface SecretCipher {
  /** False where it would protect nothing. */
  readonly isReal: () => boolean;
  readonly encrypt: (text: string) => Buffer;
  /** @throws when this computer or account can no longer decrypt it */
  readonly decrypt: (data: Buffer) => string;
}

const storedSchema = z.record(
  z.string(),
  z.union([
    z.strictObject({ sealed: z.base64() }),
    // Only written after an explicit opt-in (settings.plaintextSecrets), or for what an earlier version left in plain text.
    z.strictObject({ plaintext: z.string() }),
  ]),
);
type Stored = z.infer<typeof storedSchema>;

/**
 * Keys and tokens. Kept decrypted in memory, so that nothing is read or decrypted while a call rings;
 * on disk sealed by the system. Secrets of a configuration file live here in memory only.
 */
export class SecretVault {
  public readonly changed = new Listeners<undefined>();
  private readonly open = new Map<string, string>();
  private readonly unreadable = new Set<string>();
  private stored: Stored = {};
  /** Made anew when it is asked for after a change. */
  private masking: SecretMask | undefined;

  public constructor(
    private readonly file: DocumentFile,
    private readonly cipher: SecretCipher,
    private readonly allowPlaintext: () => boolean,
  ) {}

  /** Reads and decrypts everything. @returns a warning for the desk, when something could not be read */
  public load(): Message | undefined {
    const text = this.file.read();
    if (text === undefined) return undefined;
    const parsed = parseJson(text);
    const checked = storedSchema.safeParse(parsed.ok ? parsed.value : undefined);
    if (!checked.success) {
      const copy = this.file.backUp();
      return message('problem.secret.fileUnreadable', { file: copy });
    }
    this.stored = checked.data;
    for (const name of Object.keys(this.stored)) this.unseal(name);
    this.sealPlaintext();
    return this.unreadable.size === 0 ? undefined : message('problem.secret.undecryptable');
  }

  /** Stores a secret in the vault and returns the reference that replaces it. */
  public keep(name: string, value: SecretInput): SecretRef {
    return typeof value === 'string' ? this.store(name, value, this.seal(value)) : value;
  }

  /**
   * Takes a secret that stood in plain text elsewhere. Without key storage it does so here, which is no worse, until there is
   * one.
   */
  public moveIn(name: string, value: SecretInput): SecretRef {
    if (typeof value !== 'string') return value;
    const entry = this.cipher.isReal() ? this.seal(value) : { plaintext: value };
    return this.store(name, value, entry);
  }

  private store(name: string, value: string, entry: Stored[string]): SecretRef {
    this.stored = { ...this.stored, [name]: entry };
    this.file.write(this.stored);
    this.open.set(name, value);
    this.masking = undefined;
    this.unreadable.delete(name);
    this.changed.emit(undefined);
    return { secret: name };
  }

  /** As keep, in memory only: for the secrets of a configuration file. */
  public keepInMemory(name: string, value: SecretInput): SecretRef {
    if (typeof value !== 'string') return value;
    this.open.set(name, value);
    this.masking = undefined;
    return { secret: name };
  }

  /** Forgets stored secrets that no definition refers to any more. */
  public retain(isUsed: (name: string) => boolean): void {
    const rest = Object.entries(this.stored).filter(([name]) => isUsed(name));
    if (rest.length === Object.keys(this.stored).length) return;
    for (const name of Object.keys(this.stored)) if (!isUsed(name)) this.open.delete(name);
    this.masking = undefined;
    this.stored = Object.fromEntries(rest);
    this.file.write(this.stored);
  }

  public reveal(ref: SecretRef): string | undefined {
    return this.open.get(ref.secret);
  }

  public states(): Record<string, SecretState> {
    const states: Record<string, SecretState> = {};
    for (const name of this.unreadable) states[name] = 'unreadable';
    for (const name of this.open.keys()) states[name] = 'ready';
    return states;
  }

  public storage(): 'system' | 'plaintext' | 'none' {
    if (this.cipher.isReal()) return 'system';
    return this.allowPlaintext() ? 'plaintext' : 'none';
  }

  /** Replaces every known secret in a text, for logs and messages. */
  public mask(text: string): string {
    this.masking ??= new SecretMask(this.open.values());
    return this.masking.text(text);
  }

  private seal(value: string): Stored[string] {
    switch (this.storage()) {
      case 'system':
        return { sealed: this.cipher.encrypt(value).toString('base64') };
      case 'plaintext':
        return { plaintext: value };
      case 'none':
        throw new Refusal(message('problem.secret.noKeyStorage'), 'storage');
    }
  }

  /** What was stored as plain text while there was no key storage is encrypted as soon as there is one. */
  private sealPlaintext(): void {
    const plain = Object.entries(this.stored).filter(([, entry]) => 'plaintext' in entry);
    if (plain.length === 0 || !this.cipher.isReal()) return;
    for (const [name] of plain) {
      const value = this.open.get(name);
      if (value !== undefined) this.stored = { ...this.stored, [name]: this.seal(value) };
    }
    this.file.write(this.stored);
  }

  private unseal(name: string): void {
    const entry = this.stored[name];
    if (entry === undefined) return;
    if ('plaintext' in entry) {
      this.open.set(name, entry.plaintext);
      return;
    }
    try {
      this.open.set(name, this.cipher.decrypt(Buffer.from(entry.sealed, 'base64')));
    } catch {
      this.unreadable.add(name);
    }
  }
}
