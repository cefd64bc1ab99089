import { readFileSync } from 'node:fs';
import tls from 'node:tls';

export interface TrustSettings {
  /** Authorities of the system's store, where the runtime can read it. */
  readonly system: readonly string[] | undefined;
  /** PEM file with additional authorities, for a company's TLS inspection. */
  readonly caFile: string | undefined;
}

/**
 * The authorities that connections trust. Node alone knows only its built-in list, and a company that
 * inspects TLS signs with its own authority, which stands in the system's store or in a file.
 */
export function trustedAuthorities(settings: TrustSettings): string[] {
  const extra = settings.caFile === undefined ? [] : [readFileSync(settings.caFile, 'utf8')];
  return [...tls.rootCertificates, ...(settings.system ?? []), ...extra];
}
