import { createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { bytesToWords, wordsToBytes } from '../../../shared/cipher/bytes.ts';
import { gcmIvBytes, gcmTagBytes } from '../../../shared/cipher/prepare-gcm.ts';
import { checkCipher, fixedIv, fixedKey, saltedKey } from '../../../shared/cipher/key-material.ts';
import type { CipherSettings } from '../../../shared/cipher/prepare-cipher.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import { isSalted } from '../../../shared/model/encryption.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { message } from '../../../shared/text/message.ts';
import { cipherTools } from './cipher-tools.ts';

interface Settings extends CipherSettings {
  readonly urlEncoding?: 'once' | 'twice' | undefined;
}

/** Reads one encrypted text, as a receiver would. */
export type Decrypt = (text: string, parameter: string) => Result<string>;

interface Parts {
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
  readonly body: Uint8Array;
}

const block = 16;
const salted = Buffer.from('Salted__');
const laravelSchema = z.object({ iv: z.string(), value: z.string(), mac: z.string() });

/**
 * The receiver's side of `prepareCipher`, by the runtime's own OpenSSL.
 *
 * @param sentIv the IV in its own parameter, as sent
 * @returns a problem with path `key`, `iv` or `derivation.salt`
 */
export function prepareDecryption(
  key: string,
  settings: Settings,
  sentIv: string | undefined,
): Result<Decrypt> {
  const checked = checkCipher(key, settings);
  if (!checked.ok) return checked;
  if (settings.method === 'aes256gcm') return gcmDecryption(key, settings);
  const partsOf = partsReader(key, settings, sentIv);
  if (!partsOf.ok) return partsOf;
  return ok((text) => {
    const parts = partsOf.value(urlText(text, settings));
    return parts.ok ? decipher(parts.value, settings) : parts;
  });
}

function gcmDecryption(key: string, settings: Settings): Result<Decrypt> {
  const words = fixedKey(key, settings, cipherTools());
  if (!words.ok) return words;
  const keyBytes = wordsToBytes(words.value);
  return ok((text, parameter) => {
    const bytes = Buffer.from(text, 'base64url');
    // Bits that base64url leaves unused would otherwise not be covered by the tag.
    if (bytes.toString('base64url') !== text || bytes.length < gcmIvBytes + gcmTagBytes) {
      return fail(message('problem.decrypt.notEncoded', { encoding: settings.encoding }));
    }
    try {
      const opened = createDecipheriv('aes-256-gcm', keyBytes, bytes.subarray(0, gcmIvBytes), {
        authTagLength: gcmTagBytes,
      });
      opened.setAAD(Buffer.from(parameter)).setAuthTag(bytes.subarray(-gcmTagBytes));
      const body = bytes.subarray(gcmIvBytes, -gcmTagBytes);
      return ok(Buffer.concat([opened.update(body), opened.final()]).toString('utf8'));
    } catch {
      return fail(message('problem.decrypt.wrongKey'));
    }
  });
}

function partsReader(
  key: string,
  settings: Settings,
  sentIv: string | undefined,
): Result<(text: string) => Result<Parts>> {
  const tools = cipherTools();
  if (isSalted(settings)) {
    return ok((text) => {
      const bytes = bytesOf(text, settings.encoding);
      if (bytes?.subarray(0, 8).equals(salted) !== true) {
        return fail(message('problem.decrypt.notSalted'));
      }
      const own = saltedKey(key, settings, bytesToWords(bytes.subarray(8, block)), tools);
      const body = bytes.subarray(block);
      return ok({ key: wordsToBytes(own.key), iv: wordsToBytes(own.iv), body });
    });
  }
  const words = fixedKey(key, settings, tools);
  if (!words.ok) return words;
  const keyBytes = wordsToBytes(words.value);
  if (settings.envelope === 'laravel') return ok((text) => laravelParts(text, keyBytes));
  const known = fixedIv(settings);
  if (!known.ok) return known;
  const isSentApart = settings.iv !== 'random' && 'parameter' in settings.iv;
  const apart = isSentApart
    ? bytesOf(urlText(sentIv ?? '', settings), settings.encoding)
    : undefined;
  return ok((text) => {
    const bytes = bytesOf(text, settings.encoding);
    if (bytes === undefined)
      return fail(message('problem.decrypt.notEncoded', { encoding: settings.encoding }));
    const iv = isSentApart ? apart : known.value && wordsToBytes(known.value);
    if (isSentApart && apart?.length !== block) return fail(message('problem.decrypt.noIv'));
    if (iv !== undefined) return ok({ key: keyBytes, iv, body: bytes });
    return ok({ key: keyBytes, iv: bytes.subarray(0, block), body: bytes.subarray(block) });
  });
}

const urlText = (text: string, settings: Settings): string =>
  settings.urlEncoding === 'twice' ? decodedOnce(text) : text;

function laravelParts(text: string, key: Uint8Array): Result<Parts> {
  const json = bytesOf(text, 'base64')?.toString('utf8') ?? '';
  const parsed = parseJson(json);
  const envelope = laravelSchema.safeParse(parsed.ok ? parsed.value : undefined);
  if (!envelope.success) return fail(message('problem.decrypt.notLaravel'));
  const { iv, value, mac } = envelope.data;
  const own = createHmac('sha256', key)
    .update(iv + value)
    .digest();
  const given = Buffer.from(mac, 'hex');
  if (given.length !== own.length || !timingSafeEqual(given, own)) {
    return fail(message('problem.decrypt.wrongKey'));
  }
  return ok({ key, iv: Buffer.from(iv, 'base64'), body: Buffer.from(value, 'base64') });
}

function decipher(
  { key, iv, body }: Parts,
  { padding = 'pkcs7', envelope }: Settings,
): Result<string> {
  const isPadded = padding === 'pkcs7' || envelope === 'laravel';
  try {
    const opened = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(isPadded);
    const bytes = Buffer.concat([opened.update(body), opened.final()]);
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return ok(padding === 'zero' && !isPadded ? withoutZeros(text) : text);
  } catch {
    // A wrong key shows only as a wrong padding or as bytes that are no text.
    return fail(message('problem.decrypt.wrongKey'));
  }
}

function withoutZeros(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end -= 1;
  return text.slice(0, end);
}

/** Undefined where a text is not of that encoding. */
function bytesOf(text: string, encoding: Settings['encoding']): Buffer | undefined {
  switch (encoding) {
    case 'hex':
      return /^[0-9a-f]*$/i.test(text) && text.length % 2 === 0
        ? Buffer.from(text, 'hex')
        : undefined;
    case 'base64':
    case 'base64url':
      return /^[\w+/-]*={0,2}$/.test(text) ? Buffer.from(text, 'base64') : undefined;
    case 'base64Twice': {
      const inner = bytesOf(text, 'base64')?.toString('latin1');
      return inner === undefined ? undefined : bytesOf(inner, 'base64');
    }
  }
}

/** The text itself where it is no percent-encoding. */
function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
