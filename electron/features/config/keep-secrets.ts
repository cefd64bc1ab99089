import type { KeepSecret } from '../../../shared/config/detach-secrets.ts';
import { savedSettingFor, secretsToSave } from '../../../shared/config/own-secrets.ts';
import type { ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import { secretNamesIn } from '../../../shared/model/secrets-in.ts';
import { Refusal } from '../../../shared/result.ts';
import { message } from '../../../shared/text/message.ts';
import { freshName } from './fresh-name.ts';
import type { SecretVault } from './secret-vault.ts';

/** The lists whose definitions hold secrets. */
export type SecretPart = 'popups' | 'webhooks' | 'sources';

/** Where a form has the address. */
const urlPath = { popups: 'popup.url', webhooks: 'webhook.url', sources: 'source.transport.url' };

/** At the address, as that is what changed. */
const otherHost = (path: string): Refusal =>
  new Refusal(message('problem.secret.otherHost'), 'storage', path);

/** A definition may keep its secrets for its hosts; another's it must not help itself to, and send elsewhere. */
export function keepForDefinition(
  vault: SecretVault,
  snapshot: ConfigSnapshot,
  part: SecretPart,
  input: Parameters<typeof secretsToSave>[1],
): KeepSecret {
  const saved = snapshot[part];
  const own = secretsToSave(saved, input);
  const before = secretNamesIn(saved.find(({ id }) => id === input.id));
  return (name, value) => {
    if (typeof value === 'string') return vault.keep(freshName(name), value);
    if (own.has(value.secret)) return value;
    if (before.has(value.secret)) throw otherHost(urlPath[part]);
    throw new Refusal(message('problem.secret.notOwn'), 'storage');
  };
}

/** As for a definition: each setting has secrets of its own. */
export const keepForSettings =
  (
    vault: SecretVault,
    saved: ConfigSnapshot['settings'],
    input: Parameters<typeof savedSettingFor>[2],
  ): KeepSecret =>
  (name, value) => {
    if (typeof value === 'string') return vault.keep(freshName(name), value);
    if (secretNamesIn(savedSettingFor(name, saved, input)).has(value.secret)) return value;
    throw otherHost(fieldOf(name));
  };

/** `settings.clickToCall.key` -> the field of its address. */
const fieldOf = (name: string): string =>
  name.startsWith('settings.') ? `${name.split('.')[1] ?? ''}.url` : name;
