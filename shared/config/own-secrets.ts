import type { Popup, PopupInput } from '../model/popup.ts';
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
 * As before, to save it: an editor may also lead the secrets of the definition itself to another host, but take none from
 * another definition.
 */
export const secretsToSave = (
  saved: readonly Definition[],
  edited: Definition,
): ReadonlySet<string> =>
  secretNamesIn(
    saved.filter((definition) => definition.id === edited.id || goToSameHosts(definition, edited)),
  );
