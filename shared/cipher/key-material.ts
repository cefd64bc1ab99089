import CryptoJS from 'crypto-js';
import {
  defaultHash,
  defaultIterations,
  isSalted,
  type derivationSchema,
  type Hash,
  type IvSetting,
  type KeyForm,
} from '../model/encryption.ts';
import { fail, ok, type Result } from '../result.ts';
import { message } from '../text/message.ts';
import type { z } from 'zod';
import {
  base64Words,
  bytesToWords,
  hexWords,
  padOrCut,
  utf8Words,
  wordsToBytes,
  type WordArray,
} from './bytes.ts';

/** AES-256 takes 32 key bytes; CBC an IV of one 16-byte block. */
export const keyBytes = 32;
export const ivBytes = 16;

/** What the platform does better than this library. */
export interface CipherTools {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly hmacSha256: (key: Uint8Array, text: Uint8Array) => Uint8Array;
  /** AES-256-GCM: the ciphertext and its tag of 16 bytes. */
  readonly sealGcm: (request: GcmRequest) => Uint8Array;
  /** Cryptographically strong. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** RFC 8018, section 5.2. Slow on purpose. */
  readonly pbkdf2: (request: Pbkdf2Request) => Uint8Array;
}

export interface GcmRequest {
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
  readonly text: Uint8Array;
  /** Authenticated, not sent. */
  readonly associated: Uint8Array;
}

export interface Pbkdf2Request {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly hash: Hash;
  /** Bytes. */
  readonly length: number;
}

export interface KeySettings {
  readonly keyForm: KeyForm;
  readonly derivation?: z.infer<typeof derivationSchema> | undefined;
}

export type FixedBytes = Extract<IvSetting, { form: string }>;

interface IvSettings extends KeySettings {
  readonly iv: IvSetting;
  readonly envelope?: 'laravel' | undefined;
}

/** What is wrong with a key or an IV, with path `key`, `iv` or `derivation.salt`. Derives nothing: that may take long. */
export function checkCipher(key: string, settings: IvSettings): Result<null> {
  const checked = checkKey(key, settings);
  if (!checked.ok) return checked;
  const iv = fixedIv(settings);
  return iv.ok ? checked : iv;
}

function checkKey(key: string, settings: KeySettings): Result<null> {
  if (key === '') return fail(message('problem.cipher.keyEmpty'), 'key');
  const { keyForm } = settings;
  if (keyForm === 'hex' || keyForm === 'base64') {
    const bytes = exactBytes(key.trim(), keyForm, keyBytes, 'key');
    return bytes.ok ? ok(null) : bytes;
  }
  const salt = settings.derivation?.salt ?? 'random';
  if ((keyForm !== 'evp' && keyForm !== 'pbkdf2') || salt === 'random') return ok(null);
  const bytes = fixedBytes(salt, 'derivation.salt');
  return bytes.ok ? ok(null) : bytes;
}

/** The key for every text; not for those that bring their own salt (`saltedKey`). */
export function fixedKey(
  key: string,
  settings: KeySettings,
  tools: CipherTools,
): Result<WordArray> {
  const checked = checkKey(key, settings);
  if (!checked.ok) return checked;
  const { keyForm } = settings;
  switch (keyForm) {
    case 'passphrase':
      return ok(CryptoJS.SHA256(utf8Words(key)));
    case 'text':
      return ok(padOrCut(utf8Words(key), keyBytes));
    case 'hex':
    case 'base64':
      return exactBytes(key.trim(), keyForm, keyBytes, 'key');
    case 'evp':
    case 'pbkdf2': {
      const { salt = 'random' } = settings.derivation ?? {};
      const bytes = salt === 'random' ? ok(utf8Words('')) : fixedBytes(salt, 'derivation.salt');
      return bytes.ok ? ok(derive(key, settings, bytes.value, keyBytes, tools)) : bytes;
    }
  }
}

/** Key and IV of a text with a salt of its own, as OpenSSL derives them. */
export function saltedKey(
  key: string,
  settings: KeySettings,
  salt: WordArray,
  tools: CipherTools,
): { readonly key: WordArray; readonly iv: WordArray } {
  const bytes = wordsToBytes(derive(key, settings, salt, keyBytes + ivBytes, tools));
  return { key: bytesToWords(bytes.slice(0, keyBytes)), iv: bytesToWords(bytes.slice(keyBytes)) };
}

const hashers = {
  md5: CryptoJS.algo.MD5,
  sha1: CryptoJS.algo.SHA1,
  sha256: CryptoJS.algo.SHA256,
  sha512: CryptoJS.algo.SHA512,
} as const;

function derive(
  key: string,
  { keyForm, derivation }: KeySettings,
  salt: WordArray,
  length: number,
  tools: CipherTools,
): WordArray {
  if (keyForm === 'evp') {
    const hasher = hashers[derivation?.hash ?? defaultHash.evp];
    return CryptoJS.EvpKDF(utf8Words(key), salt, { keySize: length / 4, iterations: 1, hasher });
  }
  const request = {
    password: wordsToBytes(utf8Words(key)),
    salt: wordsToBytes(salt),
    iterations: derivation?.iterations ?? defaultIterations,
    hash: derivation?.hash ?? defaultHash.pbkdf2,
    length,
  };
  return bytesToWords(tools.pbkdf2(request));
}

/** The IV that every text has; undefined where each has its own. */
export function fixedIv(settings: IvSettings): Result<WordArray | undefined> {
  const { iv, envelope } = settings;
  const isFresh = iv === 'random' || 'parameter' in iv;
  if (isFresh || envelope === 'laravel' || isSalted(settings)) return ok(undefined);
  if (iv.form === 'text') return ok(padOrCut(utf8Words(iv.value), ivBytes));
  return exactBytes(iv.value.trim(), iv.form, ivBytes, 'iv');
}

function fixedBytes({ form, value }: FixedBytes, path: string): Result<WordArray> {
  if (form === 'text') return ok(utf8Words(value));
  const words = form === 'hex' ? hexWords(value.trim()) : base64Words(value.trim());
  if (words !== undefined) return ok(words);
  return fail(message('problem.cipher.saltMalformed', { form }), path);
}

function exactBytes(
  text: string,
  form: 'hex' | 'base64',
  size: number,
  path: 'key' | 'iv',
): Result<WordArray> {
  // As Laravel writes its APP_KEY.
  const plain = path === 'key' && form === 'base64' ? text.replace(/^base64:/, '') : text;
  const words = form === 'hex' ? hexWords(plain) : base64Words(plain);
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
