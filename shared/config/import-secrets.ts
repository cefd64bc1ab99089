import type { ConfigDocument, ConfigInput } from '../model/config-document.ts';
import type { SecretInput, SecretRef } from '../model/secret.ts';
import { secretNamesIn } from '../model/secrets-in.ts';
import { goToSameHosts, savedSettingFor } from './own-secrets.ts';
import {
  detachPopup,
  detachSettings,
  detachSource,
  detachWebhook,
  type KeepSecret,
} from './detach-secrets.ts';

export interface ImportSecrets {
  /** The current configuration. */
  readonly own: ConfigDocument;
  /** Secrets that came with the file, by the name its references use. */
  readonly opened: Readonly<Record<string, string>>;
  /** Takes a secret under a name that is not used yet. */
  readonly keep: (name: string, text: string) => SecretRef;
  /** Put before the names of all that the import brings: nothing that is stored is overwritten. */
  readonly prefix: string;
}

/**
 * An imported document with references in the place of its secrets. A file must not help itself to a secret
 * of this computer by its name, and send it elsewhere: a reference stays only where the definition here, for
 * the same address, has it too. Any other is left without its secret, and the desk asks for it.
 */
export function detachImported(input: ConfigInput, secrets: ImportSecrets): ConfigDocument {
  const { own } = secrets;
  const { sources, popups, webhooks, settings, sealedSecrets: _opened, ...rest } = input;
  return {
    ...rest,
    ...(sources && {
      sources: sources.map((source) =>
        detachSource(source, keeper(secrets, sameIn(own.sources ?? [], source))),
      ),
    }),
    ...(popups && {
      popups: popups.map((popup) =>
        detachPopup(popup, keeper(secrets, sameIn(own.popups ?? [], popup))),
      ),
    }),
    ...(webhooks && {
      webhooks: webhooks.map((webhook) =>
        detachWebhook(webhook, keeper(secrets, sameIn(own.webhooks ?? [], webhook))),
      ),
    }),
    ...(settings && {
      settings: detachSettings(settings, (name, value) =>
        keeper(secrets, savedSettingFor(name, own.settings, settings))(name, value),
      ),
    }),
  };
}

const keeper =
  ({ opened, keep, prefix }: ImportSecrets, here: unknown): KeepSecret =>
  (name, value: SecretInput) => {
    const newName = `${prefix}.${name}`.slice(0, 200);
    if (typeof value === 'string') return keep(newName, value);
    const text = opened[value.secret];
    if (text !== undefined) return keep(newName, text);
    return secretNamesIn(here).has(value.secret) ? value : { secret: newName };
  };

/** The definition here with the same id, where it goes to the same hosts. */
const sameIn = <Here extends Parameters<typeof goToSameHosts>[0]>(
  list: readonly Here[],
  item: Parameters<typeof goToSameHosts>[1],
): Here | undefined => list.find((here) => here.id === item.id && goToSameHosts(here, item));
