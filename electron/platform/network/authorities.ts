import { readFileSync, statSync } from 'node:fs';
import tls from 'node:tls';

export interface TrustSettings {
  /** Authorities of the system's store, where the runtime can read it. */
  readonly system: readonly string[] | undefined;
  /** PEM file with additional authorities, for a company's TLS inspection. */
  readonly caFile: string | undefined;
}

/**
 * The authorities that connections trust. Node alone knows only its built-in list, and a company that
 * inspects TLS signs with its own CA, which is in the system's store or in a file.
 */
export class Authorities {
  private read: { file: string; changedAt: number; text: string } | undefined;

  public constructor(private readonly settings: () => TrustSettings) {}

  /** @throws where the file cannot be read: without it no connection would be trusted anyway */
  public all(): readonly string[] {
    const { system, caFile } = this.settings();
    return [
      ...tls.rootCertificates,
      ...(system ?? []),
      ...(caFile === undefined ? [] : [this.fromFile(caFile)]),
    ];
  }

  /** Asked for with each connection, so the file is read again only where it changed. */
  private fromFile(file: string): string {
    const changedAt = statSync(file).mtimeMs;
    if (this.read?.file !== file || this.read.changedAt !== changedAt) {
      this.read = { file, changedAt, text: readFileSync(file, 'utf8') };
    }
    return this.read.text;
  }
}
