import type { ConfigDocument, ConfigInput } from '../model/config-document.ts';
import { addressText, type AddressSetting } from '../model/keyed-address.ts';
import type { Popup, PopupInput } from '../model/popup.ts';
import type { SecretInput } from '../model/secret.ts';
import { secretNamesIn } from '../model/secrets-in.ts';
import type { Source, SourceInput } from '../model/source.ts';
import type { Webhook, WebhookInput } from '../model/webhook.ts';

/** A definition as far as it says where its secrets go. */
type Definition = Popup | PopupInput | Source | SourceInput | Webhook | WebhookInput;

/** Where it goes: its address, and the one where a source signs in; for one that is called, the network that reaches it. */
function addressesOf(definition: Definition): readonly string[] {
  if (!('transport' in definition)) return [definition.url];
  const { transport } = definition;
  if (transport.type === 'http') return [`http://${transport.interface ?? 'localhost'}`];
  const signIn = transport.type === 'websocket' ? transport.signIn?.url : undefined;
  return [transport.url, signIn ?? ''];
}

/** Scheme, host and port. */
const hostOf = (url: string): string => (/^[^/]*\/\/[^/?#]*/.exec(url)?.[0] ?? '').toLowerCase();

const hostsOf = (definition: Definition): string =>
  JSON.stringify(addressesOf(definition).map(hostOf));

/** Whether both go to the same hosts. */
export const goToSameHosts = (one: Definition, other: Definition): boolean =>
  hostsOf(one) === hostsOf(other);

/**
 * The names of the secrets that an edited definition may use before it is saved: those of saved definitions that go to the same
 * hosts. A test or a preview reveals a secret to whatever address was typed; this one was never theirs to choose.
 */
export const secretsForTest = (
  saved: readonly Definition[],
  edited: Definition,
): ReadonlySet<string> =>
  secretNamesIn(saved.filter((definition) => goToSameHosts(definition, edited)));

/**
 * As before, to save it. An address of this computer sends its secrets nowhere: they stay when another network may call it.
 */
export const secretsToSave = (
  saved: readonly Definition[],
  edited: Definition,
): ReadonlySet<string> =>
  secretNamesIn(
    saved.filter(
      (definition) =>
        goToSameHosts(definition, edited) ||
        (definition.id === edited.id && keepsToItself(definition) && keepsToItself(edited)),
    ),
  );

/** A popup encrypts with its key, and an address of this computer compares: neither sends it. */
const keepsToItself = (definition: Definition): boolean =>
  'transport' in definition ? definition.transport.type === 'http' : !('method' in definition);

type SettingsInput = NonNullable<ConfigInput['settings']>;

/** Of the saved settings what may be used for a secret of this name: that of the same field, for an address of the same host. */
export function savedSettingFor(
  name: string,
  saved: ConfigDocument['settings'],
  edited: SettingsInput,
): unknown {
  if (name.startsWith('network.')) return saved?.network;
  const field = name.startsWith('settings.clickToCall.') ? 'clickToCall' : 'forwardLog';
  const host = (setting: AddressSetting<SecretInput>) => hostOf(addressText(setting));
  return host(saved?.[field]) === host(edited[field]) ? saved?.[field] : undefined;
}
