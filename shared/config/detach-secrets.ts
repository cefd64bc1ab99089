import type { ConfigDocument, ConfigInput } from '../model/config-document.ts';
import type { Popup, PopupInput } from '../model/popup.ts';
import type { SecretInput, SecretRef } from '../model/secret.ts';
import type { Source, SourceInput } from '../model/source.ts';

/** Takes a secret out of a definition and gives back what stands in its place. */
export type KeepSecret = (name: string, value: SecretInput) => SecretRef;

/** Every place in a definition where a secret can stand, with the name it gets in the vault. */
export function detachPopup(popup: PopupInput, keep: KeepSecret): Popup {
  const { encryption, ...rest } = popup;
  if (encryption === undefined) return rest;
  return {
    ...rest,
    encryption: { ...encryption, key: keep(`popup.${popup.id}.key`, encryption.key) },
  };
}

export function detachSource(source: SourceInput, keep: KeepSecret): Source {
  const { token, headers, ...transport } = source.transport;
  return {
    ...source,
    transport: {
      ...transport,
      ...(token === undefined ? {} : { token: keep(`source.${source.id}.token`, token) }),
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          name,
          keep(`source.${source.id}.header.${name.toLowerCase()}`, value),
        ]),
      ),
    },
  };
}

type SettingsInput = NonNullable<ConfigInput['settings']>;

export function detachSettings(
  { network, ...rest }: SettingsInput,
  keep: KeepSecret,
): NonNullable<ConfigDocument['settings']> {
  if (network === undefined) return rest;
  const { proxyPassword, ...plain } = network;
  return {
    ...rest,
    network: {
      ...plain,
      ...(proxyPassword === undefined
        ? {}
        : { proxyPassword: keep('network.proxyPassword', proxyPassword) }),
    },
  };
}

/** A whole document with references in the place of its secrets. */
export function detachSecrets(input: ConfigInput, keep: KeepSecret): ConfigDocument {
  const { sources, popups, settings, ...rest } = input;
  return {
    ...rest,
    ...(sources && { sources: sources.map((source) => detachSource(source, keep)) }),
    ...(popups && { popups: popups.map((popup) => detachPopup(popup, keep)) }),
    ...(settings && { settings: detachSettings(settings, keep) }),
  };
}
