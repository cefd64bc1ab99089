import type { ConfigDocument, ConfigInput } from '../model/config-document.ts';
import { addressText, keyNamesIn, type AddressSetting } from '../model/keyed-address.ts';
import type { Popup, PopupInput } from '../model/popup.ts';
import type { SecretInput, SecretRef } from '../model/secret.ts';
import type { Settings } from '../model/settings.ts';
import type { Webhook, WebhookInput } from '../model/webhook.ts';
import type { Source, SourceInput, TransportInput, TransportSettings } from '../model/source.ts';
import { takeKeys } from './take-keys.ts';

/** Takes a secret out of a definition and returns its replacement. */
export type KeepSecret = (name: string, value: SecretInput) => SecretRef;

/** Every place for a secret in a definition, with its name in the vault. */
export function detachPopup(popup: PopupInput, keep: KeepSecret): Popup {
  const { encryption, signing, ...rest } = popup;
  return {
    ...rest,
    ...(encryption && {
      encryption: { ...encryption, key: keep(`popup.${popup.id}.key`, encryption.key) },
    }),
    ...(signing && {
      signing: { ...signing, key: keep(`popup.${popup.id}.signing`, signing.key) },
    }),
  };
}

export function detachWebhook(webhook: WebhookInput, keep: KeepSecret): Webhook {
  const { signing, headers, ...rest } = webhook;
  const prefix = `webhook.${webhook.id}`;
  return {
    ...rest,
    headers: headers.map((header) =>
      'secret' in header
        ? {
            name: header.name,
            secret: keep(`${prefix}.header.${header.name.toLowerCase()}`, header.secret),
          }
        : header,
    ),
    ...(signing && {
      signing: {
        key: keep(`${prefix}.signing`, signing.key),
        ...(signing.previous !== undefined && {
          previous: keep(`${prefix}.signing.previous`, signing.previous),
        }),
      },
    }),
  };
}

export function detachSource(source: SourceInput, keep: KeepSecret): Source {
  return { ...source, transport: detachTransport(source.transport, `source.${source.id}`, keep) };
}

function detachTransport(
  input: TransportInput,
  prefix: string,
  keep: KeepSecret,
): TransportSettings {
  const password = (value: SecretInput | undefined) =>
    value === undefined ? {} : { password: keep(`${prefix}.password`, value) };
  const token = (value: SecretInput | undefined) =>
    value === undefined ? {} : { token: keep(`${prefix}.token`, value) };
  switch (input.type) {
    case 'websocket': {
      const { token: bearer, enrolment, headers, signIn, ...rest } = input;
      return {
        ...rest,
        ...token(bearer),
        ...(enrolment !== undefined && { enrolment: keep(`${prefix}.enrolment`, enrolment) }),
        ...(signIn && { signIn: detachSignIn(signIn, prefix, keep) }),
        headers: detachHeaders(headers, `${prefix}.header`, keep),
      };
    }
    case 'nats': {
      const { password: pass, token: text, credentials, ...rest } = input;
      return {
        ...rest,
        ...password(pass),
        ...token(text),
        ...(credentials !== undefined && {
          credentials: keep(`${prefix}.credentials`, credentials),
        }),
      };
    }
    case 'mqtt': {
      const { password: pass, ...rest } = input;
      return { ...rest, ...password(pass) };
    }
    case 'http': {
      const { secret, token: text, ...rest } = input;
      return { ...rest, secret: keep(`${prefix}.secret`, secret), ...token(text) };
    }
  }
}

type SignIn<T extends TransportInput | TransportSettings> = NonNullable<
  Extract<T, { type: 'websocket' }>['signIn']
>;

function detachSignIn(
  { password, headers, ...rest }: SignIn<TransportInput>,
  prefix: string,
  keep: KeepSecret,
): SignIn<TransportSettings> {
  return {
    ...rest,
    headers: detachHeaders(headers, `${prefix}.signIn.header`, keep),
    ...(password !== undefined && { password: keep(`${prefix}.password`, password) }),
  };
}

const detachHeaders = (
  headers: Readonly<Record<string, SecretInput>>,
  prefix: string,
  keep: KeepSecret,
): Record<string, SecretRef> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      keep(`${prefix}.${name.toLowerCase()}`, value),
    ]),
  );

type SettingsInput = NonNullable<ConfigInput['settings']>;

export function detachSettings(
  { network, clickToCall, forwardLog, ...rest }: SettingsInput,
  keep: KeepSecret,
): NonNullable<ConfigDocument['settings']> {
  return {
    ...rest,
    ...(clickToCall !== undefined && {
      clickToCall: detachAddress(clickToCall, 'settings.clickToCall', keep),
    }),
    ...(forwardLog !== undefined && {
      forwardLog: detachAddress(forwardLog, 'settings.forwardLog', keep),
    }),
    ...(network && { network: detachNetwork(network, keep) }),
  };
}

/** Keys that stand in the address itself are taken out of it too. */
function detachAddress(
  setting: NonNullable<AddressSetting<SecretInput>>,
  prefix: string,
  keep: KeepSecret,
): NonNullable<AddressSetting> {
  const { url, keys: found } = takeKeys(addressText(setting));
  const given = { ...(typeof setting === 'object' && setting.keys), ...found };
  const kept = keyNamesIn(url).flatMap((name): [string, SecretRef][] => {
    const value = given[name];
    return value === undefined ? [] : [[name, keep(`${prefix}.${name}`, value)]];
  });
  return kept.length === 0 ? url : { url, keys: Object.fromEntries(kept) };
}

function detachNetwork(
  { proxyPassword, ...plain }: NonNullable<SettingsInput['network']>,
  keep: KeepSecret,
): Settings['network'] {
  return {
    ...plain,
    ...(proxyPassword !== undefined && {
      proxyPassword: keep('network.proxyPassword', proxyPassword),
    }),
  };
}

/** A whole document with references in the place of its secrets. */
export function detachSecrets(input: ConfigInput, keep: KeepSecret): ConfigDocument {
  const { sources, popups, webhooks, settings, sealedSecrets: _forImports, ...rest } = input;
  return {
    ...rest,
    ...(sources && { sources: sources.map((source) => detachSource(source, keep)) }),
    ...(popups && { popups: popups.map((popup) => detachPopup(popup, keep)) }),
    ...(webhooks && { webhooks: webhooks.map((webhook) => detachWebhook(webhook, keep)) }),
    ...(settings && { settings: detachSettings(settings, keep) }),
  };
}
