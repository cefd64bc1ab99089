import CryptoJS from 'crypto-js';
import type { IvSetting, KeyForm, OutputEncoding } from '../model/encryption.ts';
import { fail, ok, type Result } from '../result.ts';
import {
  base64Words,
  bytesToWords,
  encodeWords,
  hexWords,
  padOrCut,
  utf8Words,
  type WordArray,
} from './bytes.ts';
import { message } from '../text/message.ts';

/** AES-256 takes 32 key bytes; CBC an IV of one 16-byte block. */
const keyBytes = 32;
const ivBytes = 16;

/** Cryptographically strong random bytes, from the platform. */
export type RandomBytes = (count: number) => Uint8Array;

export interface CipherSettings {
  readonly keyForm: KeyForm;
  readonly iv: IvSetting;
  readonly encoding: OutputEncoding;
}

/** Turns a text into its encrypted form. */
export type Encrypt = (text: string) => string;

/**
 * Prepares AES-256-CBC with PKCS#7 padding. The key is derived once, here, so that nothing but the
 * encryption itself is left for the moment a call rings.
 *
 * The wire format is ours to state, as the manual is silent: output = encode(IV + ciphertext) with a
 * random IV, encode(ciphertext) with a fixed one. CBC does not authenticate: a receiver must treat what
 * it decrypts as untrusted input.
 *
 * @returns a problem with path `key` or `iv` where these do not have the length their form asks for
 */
export function prepareAes256Cbc(
  key: string,
  settings: CipherSettings,
  randomBytes: RandomBytes,
): Result<Encrypt> {
  const keyWords = deriveKey(key, settings.keyForm);
  if (!keyWords.ok) return keyWords;
  const fixedIv = settings.iv === 'random' ? undefined : deriveFixedIv(settings.iv);
  if (fixedIv?.ok === false) return fixedIv;
  return ok((text) => {
    const iv = fixedIv?.value ?? bytesToWords(randomBytes(ivBytes));
    const { ciphertext } = CryptoJS.AES.encrypt(utf8Words(text), keyWords.value, {
      iv,
      mode: CryptoJS.mode.CBC,
      padding: CryptoJS.pad.Pkcs7,
    });
    const message = fixedIv === undefined ? iv.clone().concat(ciphertext) : ciphertext;
    return encodeWords(message, settings.encoding);
  });
}

function deriveKey(key: string, form: KeyForm): Result<WordArray> {
  if (key === '') return fail(message('problem.cipher.keyEmpty'), 'key');
  if (form === 'passphrase') return ok(CryptoJS.SHA256(utf8Words(key)));
  if (form === 'text') return ok(padOrCut(utf8Words(key), keyBytes));
  return exactBytes(key.trim(), form, keyBytes, 'key');
}

function deriveFixedIv(iv: Exclude<IvSetting, 'random'>): Result<WordArray> {
  if (iv.form === 'text') return ok(padOrCut(utf8Words(iv.value), ivBytes));
  return exactBytes(iv.value.trim(), iv.form, ivBytes, 'iv');
}

function exactBytes(
  text: string,
  form: 'hex' | 'base64',
  size: number,
  path: string,
): Result<WordArray> {
  const words = form === 'hex' ? hexWords(text) : base64Words(text);
  const name = path === 'key' ? message('problem.cipher.key') : message('problem.cipher.fixedIv');
  const needs =
    form === 'hex'
      ? message('problem.cipher.hexDigits', { count: size * 2 })
      : message('problem.cipher.base64Bytes', { count: size });
  if (words === undefined) {
    return fail(message('problem.cipher.malformed', { what: name, form, needs }), path);
  }
  if (words.sigBytes !== size) {
    return fail(
      message('problem.cipher.wrongLength', { what: name, bytes: words.sigBytes, needs }),
      path,
    );
  }
  return ok(words);
}
