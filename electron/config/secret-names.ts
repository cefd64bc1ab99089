import type { SecretRef } from '../../shared/model/secret.ts';
import type { TransportSettings } from '../../shared/model/source.ts';
import type { ConfigDocument } from '../../shared/model/config-document.ts';

/** Every secret a document refers to. */
export function collectSecretNames(document: ConfigDocument): Set<string> {
  const names = new Set<string>();
  for (const { encryption } of document.popups ?? []) {
    if (encryption !== undefined) names.add(encryption.key.secret);
  }
  for (const { transport } of document.sources ?? []) {
    for (const ref of transportSecrets(transport)) names.add(ref.secret);
  }
  const password = document.settings?.network?.proxyPassword;
  if (password !== undefined) names.add(password.secret);
  return names;
}

/** The secrets of one transport. */
export function transportSecrets(transport: TransportSettings): SecretRef[] {
  const named = [
    'token' in transport ? transport.token : undefined,
    'password' in transport ? transport.password : undefined,
    ...(transport.type === 'websocket' ? Object.values(transport.headers) : []),
  ];
  return named.filter((ref) => ref !== undefined);
}
