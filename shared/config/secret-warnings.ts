import { addressText, keyNamesIn, type AddressSetting } from '../model/keyed-address.ts';
import type { EncryptionInput, PopupInput } from '../model/popup.ts';
import type { SecretInput, SecretRef } from '../model/secret.ts';
import type { SourceInput, TransportInput } from '../model/source.ts';
import type { WebhookInput } from '../model/webhook.ts';
import { message, type Message } from '../text/message.ts';
import type { ConfigInput } from '../model/config-document.ts';

/** Looks up a saved secret, where that is possible. */
export type LookUp = (ref: SecretRef) => string | undefined;

const unknown: LookUp = () => undefined;

/** Letters of a key that a person chose: shorter ones are found by trying. */
const shortestKey = 16;

/** What others on the network can read, and whether it goes there at all. */
function plainHost(url: string, scheme: 'http' | 'ws'): string | undefined {
  const [, found = '', host = ''] =
    /^\s*(https?|wss?):\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(url) ?? [];
  const isLoopback = /^(?:localhost|.*\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(host);
  return found.toLowerCase() === scheme && !isLoopback ? host : undefined;
}

const isWeak = (key: SecretInput, lookUp: LookUp): boolean => {
  const text = typeof key === 'string' ? key : lookUp(key);
  return text !== undefined && text !== '' && text.length < shortestKey;
};

const weakKey = (): Message => message('warning.weakKey', { length: shortestKey });

export function webhookWarnings(
  { url, headers, signing }: Pick<WebhookInput, 'url' | 'headers' | 'signing'>,
  lookUp = unknown,
): readonly Message[] {
  const host = plainHost(url, 'http');
  const hasSecret = headers.some((header) => 'secret' in header);
  return [
    ...(host !== undefined && hasSecret ? [message('warning.plainHttp', { host })] : []),
    ...(signing !== undefined && isWeak(signing.key, lookUp) ? [weakKey()] : []),
  ];
}

export function sourceWarnings({ transport }: Pick<SourceInput, 'transport'>): readonly Message[] {
  if (transport.type === 'http') return [];
  const host = plainHost(transport.url, 'ws');
  const signIn = transport.type === 'websocket' ? transport.signIn : undefined;
  const signInHost = signIn && plainHost(signIn.url, 'http');
  const signsIn =
    signIn !== undefined &&
    (signIn.password !== undefined || Object.keys(signIn.headers).length > 0);
  return [
    ...(host !== undefined && sendsSecret(transport) ? [message('warning.plainWs', { host })] : []),
    ...(signInHost !== undefined && signsIn
      ? [message('warning.plainHttp', { host: signInHost })]
      : []),
  ];
}

type SocketTransport = Exclude<TransportInput, { type: 'http' }>;

function sendsSecret(transport: SocketTransport): boolean {
  switch (transport.type) {
    case 'websocket':
      return (
        [transport.token, transport.enrolment, transport.signIn, transport.companySignIn].some(
          isGiven,
        ) || Object.keys(transport.headers).length > 0
      );
    case 'nats':
      return [transport.token, transport.password].some(isGiven);
    case 'mqtt':
      return isGiven(transport.password);
  }
}

const isGiven = (part: unknown): boolean => part !== undefined && part !== '';

/** Keys in bytes have the length that their method asks for. */
export function encryptionWarnings(
  encryption: Pick<EncryptionInput, 'key' | 'keyForm'> | undefined,
  lookUp = unknown,
): readonly Message[] {
  if (encryption === undefined || ['hex', 'base64'].includes(encryption.keyForm)) return [];
  return isWeak(encryption.key, lookUp) ? [weakKey()] : [];
}

/** Both keys of a popup. */
export const popupWarnings = (
  { encryption, signing }: Pick<PopupInput, 'encryption' | 'signing'>,
  lookUp = unknown,
): readonly Message[] => [
  ...encryptionWarnings(encryption, lookUp),
  ...(signing !== undefined && isWeak(signing.key, lookUp) ? [weakKey()] : []),
];

export function addressWarnings(setting: AddressSetting<SecretInput>): readonly Message[] {
  const url = addressText(setting);
  const host = plainHost(url, 'http');
  return host !== undefined && keyNamesIn(url).length > 0
    ? [message('warning.plainHttp', { host })]
    : [];
}

/** Of a whole configuration, each with the name of its definition. */
export function documentWarnings(document: ConfigInput, lookUp = unknown): readonly Message[] {
  const named = <T extends { readonly name: string }>(
    list: readonly T[] | undefined,
    warnings: (item: T) => readonly Message[],
  ) =>
    (list ?? []).flatMap((item) =>
      warnings(item).map((warning) => message('warning.named', { name: item.name, warning })),
    );
  return [
    ...named(document.sources, sourceWarnings),
    ...named<PopupInput>(document.popups, (popup) => popupWarnings(popup, lookUp)),
    ...named(document.webhooks, (webhook) => webhookWarnings(webhook, lookUp)),
    ...addressWarnings(document.settings?.clickToCall),
    ...addressWarnings(document.settings?.forwardLog),
  ];
}
