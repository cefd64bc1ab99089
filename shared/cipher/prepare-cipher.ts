import CryptoJS from 'crypto-js';
import type { z } from 'zod';
import {
  isSalted,
  type EncryptionMethod,
  type IvSetting,
  type OutputEncoding,
  type paddingSchema,
} from '../model/encryption.ts';
import { fail, ok, type Result } from '../result.ts';
import { message } from '../text/message.ts';
import { bytesToWords, encodeWords, utf8Words, type WordArray } from './bytes.ts';
import {
  checkCipher,
  fixedIv,
  fixedKey,
  ivBytes,
  saltedKey,
  type CipherTools,
  type KeySettings,
} from './key-material.ts';
import type { CipherRound } from './cipher-round.ts';
import { prepareGcm } from './prepare-gcm.ts';

export type { CipherRound } from './cipher-round.ts';
export type { CipherTools } from './key-material.ts';

type Padding = z.infer<typeof paddingSchema>;

export interface CipherSettings extends KeySettings {
  readonly method?: EncryptionMethod | undefined;
  readonly iv: IvSetting;
  readonly encoding: OutputEncoding;
  readonly padding?: Padding | undefined;
  readonly envelope?: 'laravel' | undefined;
}

/** Salt of OpenSSL's `enc`, in bytes. */
const saltBytes = 8;
const paddings = {
  pkcs7: CryptoJS.pad.Pkcs7,
  zero: CryptoJS.pad.ZeroPadding,
  none: CryptoJS.pad.NoPadding,
} as const;

/**
 * Prepares AES-256-CBC, or GCM. A key that is the same for every text is derived once, here, so that nothing but the
 * encryption itself is left for the moment a call rings.
 *
 * The wire format is ours to state, as the manual is silent: docs/receivers.md. CBC does not authenticate: a receiver
 * must treat what it decrypts as untrusted input. Laravel's envelope and GCM do.
 *
 * @returns a problem with path `key`, `iv` or `derivation.salt` where these are not what their form asks for
 */
export function prepareCipher(
  key: string,
  settings: CipherSettings,
  tools: CipherTools,
): Result<() => CipherRound> {
  const checked = checkCipher(key, settings);
  if (!checked.ok) return checked;
  if (settings.method === 'aes256gcm') return prepareGcm(key, settings, tools);
  if (isSalted(settings)) return ok(() => saltedRound(key, settings, tools));
  const fixed = fixedKey(key, settings, tools);
  if (!fixed.ok) return fixed;
  if (settings.envelope === 'laravel') return ok(() => laravelRound(fixed.value, settings, tools));
  const iv = fixedIv(settings);
  if (!iv.ok) return iv;
  return ok(() => plainRound(fixed.value, iv.value, settings, tools));
}

const freshIv = (tools: CipherTools): WordArray => bytesToWords(tools.randomBytes(ivBytes));

function plainRound(
  key: WordArray,
  known: WordArray | undefined,
  settings: CipherSettings,
  tools: CipherTools,
): CipherRound {
  const { iv: setting, encoding } = settings;
  const ofRound = setting !== 'random' && 'parameter' in setting ? freshIv(tools) : undefined;
  return {
    iv: ofRound && encodeWords(ofRound, encoding),
    encrypt(text) {
      const iv = known ?? ofRound ?? freshIv(tools);
      const body = encryptBlocks(text, key, iv, settings);
      if (!body.ok) return body;
      const isSentBefore = known === undefined && ofRound === undefined;
      const bytes = isSentBefore ? iv.clone().concat(body.value) : body.value;
      return ok(encodeWords(bytes, encoding));
    },
  };
}

/** As `openssl enc` and CryptoJS write it: `Salted__`, salt, ciphertext. */
const saltedRound = (key: string, settings: CipherSettings, tools: CipherTools): CipherRound => ({
  iv: undefined,
  encrypt(text) {
    const salt = bytesToWords(tools.randomBytes(saltBytes));
    const own = saltedKey(key, settings, salt, tools);
    const body = encryptBlocks(text, own.key, own.iv, settings);
    if (!body.ok) return body;
    return ok(
      encodeWords(utf8Words('Salted__').concat(salt).concat(body.value), settings.encoding),
    );
  },
});

/** Source: Illuminate\Encryption\Encrypter, `encryptString`; `tag` is for its GCM ciphers. */
const laravelRound = (
  key: WordArray,
  settings: CipherSettings,
  tools: CipherTools,
): CipherRound => ({
  iv: undefined,
  encrypt(text) {
    const words = freshIv(tools);
    const body = encryptBlocks(text, key, words, { ...settings, padding: 'pkcs7' });
    if (!body.ok) return body;
    const iv = encodeWords(words, 'base64');
    const value = encodeWords(body.value, 'base64');
    const mac = encodeWords(CryptoJS.HmacSHA256(utf8Words(iv + value), key), 'hex');
    return ok(encodeWords(utf8Words(JSON.stringify({ iv, value, mac, tag: '' })), 'base64'));
  },
});

function encryptBlocks(
  text: string,
  key: WordArray,
  iv: WordArray,
  { padding = 'pkcs7' }: CipherSettings,
): Result<WordArray> {
  const plain = utf8Words(text);
  if (padding === 'none' && plain.sigBytes % ivBytes !== 0) {
    return fail(message('problem.cipher.notWholeBlocks', { bytes: plain.sigBytes }));
  }
  const { ciphertext } = CryptoJS.AES.encrypt(plain, key, {
    iv,
    mode: CryptoJS.mode.CBC,
    padding: paddings[padding],
  });
  return ok(ciphertext);
}
