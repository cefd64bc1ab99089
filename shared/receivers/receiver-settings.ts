import type { Encryption, PopupInput } from '../model/popup.ts';

/** What a receiver of docs/receivers/ is written in. */
export const receiverLanguages = ['php', 'node', 'python', 'csharp', 'java'] as const;
export type ReceiverLanguage = (typeof receiverLanguages)[number];

const keyForms = ['passphrase', 'hex', 'base64', 'text'] as const;
export type ReceiverKeyForm = (typeof keyForms)[number];
const encodings = ['base64url', 'base64', 'hex'] as const;
export type ReceiverEncoding = (typeof encodings)[number];

export interface ReceiverEncryption {
  readonly method: Encryption['method'];
  readonly keyForm: ReceiverKeyForm;
  readonly encoding: ReceiverEncoding;
  /** A fixed IV in hex; undefined where each value brings its own. */
  readonly iv: string | undefined;
  /** The parameters that are encrypted, each by itself; or the one that has all of them. */
  readonly names: readonly string[];
  readonly isWhole: boolean;
}

/** What the receiver of one popup must know. Its keys are no part of it: the environment has them. */
export interface ReceiverSettings {
  /** Undefined where the URL is not signed. */
  readonly keyId: string | undefined;
  /** Undefined where nothing is encrypted. */
  readonly encryption: ReceiverEncryption | undefined;
}

type Draft = Pick<PopupInput, 'encryption' | 'signing' | 'parameters'>;

/** What a popup's receiver must know; undefined where its form is one that docs/receivers.md reads another way. */
export function receiverSettings(popup: Draft): ReceiverSettings | undefined {
  const { encryption, signing } = popup;
  const keyId = signing?.keyId;
  if (encryption === undefined) return { keyId, encryption };
  const { method, padding = 'pkcs7', urlEncoding = 'once', envelope, iv } = encryption;
  const keyForm = keyForms.find((form) => form === encryption.keyForm);
  const encoding = encodings.find((one) => one === encryption.encoding);
  const isUsual = padding === 'pkcs7' && urlEncoding === 'once' && envelope === undefined;
  if (!isUsual || keyForm === undefined || encoding === undefined) return undefined;
  const fixed = iv === 'random' ? undefined : 'form' in iv ? fixedIvHex(iv) : false;
  if (fixed === false) return undefined;
  const isWhole = encryption.scope === 'query';
  const names = isWhole ? [encryption.parameter] : popup.parameters.map(({ name }) => name);
  return { keyId, encryption: { method, keyForm, encoding, iv: fixed, names, isWhole } };
}

const ivBytes = 16;

/** False where it does not have 16 bytes. */
function fixedIvHex({ form, value }: { readonly form: string; readonly value: string }) {
  const text = value.trim();
  if (form === 'hex') return /^[0-9a-f]{32}$/i.test(text) && text.toLowerCase();
  if (form === 'text')
    return hexOf([...new TextEncoder().encode(value), ...zeros].slice(0, ivBytes));
  // 16 bytes are 22 letters and their padding.
  return /^[A-Za-z0-9+/]{22}(==)?$/.test(text) && hexOf(Array.from(atob(text), codeOf));
}

const zeros: readonly number[] = new Array<number>(ivBytes).fill(0);
const codeOf = (letter: string): number => letter.charCodeAt(0);
const hexOf = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
