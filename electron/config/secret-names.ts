import type { ConfigDocument } from '../../shared/model/config-document.ts';

/** Every secret a document refers to. */
export function collectSecretNames(document: ConfigDocument): Set<string> {
  const names = new Set<string>();
  for (const { encryption } of document.popups ?? []) {
    if (encryption !== undefined) names.add(encryption.key.secret);
  }
  for (const { transport } of document.sources ?? []) {
    if (transport.token !== undefined) names.add(transport.token.secret);
    for (const { secret } of Object.values(transport.headers)) names.add(secret);
  }
  const password = document.settings?.network?.proxyPassword;
  if (password !== undefined) names.add(password.secret);
  return names;
}
