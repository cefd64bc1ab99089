import CryptoJS from 'crypto-js';
import type { OutputEncoding } from '../model/encryption.ts';
import { wellFormed } from '../well-formed.ts';

export type WordArray = CryptoJS.lib.WordArray;
const { Hex, Base64, Utf8 } = CryptoJS.enc;

export const utf8Words = (text: string): WordArray => Utf8.parse(wellFormed(text));

/** Hex digits to bytes; undefined if they are not whole bytes. */
export function hexWords(text: string): WordArray | undefined {
  return /^([0-9a-f]{2})*$/i.test(text) ? Hex.parse(text) : undefined;
}

/** Base64 (also base64url) to bytes; undefined where it is none. */
export function base64Words(text: string): WordArray | undefined {
  const plain = withoutPadding(text.replace(/-/g, '+').replace(/_/g, '/'));
  if (!/^[A-Za-z0-9+/]*$/.test(plain) || plain.length % 4 === 1) return undefined;
  return Base64.parse(plain.padEnd(Math.ceil(plain.length / 4) * 4, '='));
}

function withoutPadding(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === '=') end -= 1;
  return text.slice(0, end);
}

/** Exactly `size` bytes: zero bytes at the end, or cut, as PHP's OpenSSL binding does. */
export function padOrCut(words: WordArray, size: number): WordArray {
  const hex = words.toString(Hex).slice(0, size * 2);
  return Hex.parse(hex.padEnd(size * 2, '0'));
}

export function bytesToWords(bytes: Uint8Array): WordArray {
  return Hex.parse(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
}

export const wordsToBytes = (words: WordArray): Uint8Array =>
  Uint8Array.from(words.toString(Hex).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** `base64` needs percent-encoding in a URL, `base64url` (RFC 4648, section 5, no padding) and `hex` do not. */
export function encodeWords(words: WordArray, encoding: OutputEncoding): string {
  if (encoding === 'hex') return words.toString(Hex);
  const base64 = words.toString(Base64);
  if (encoding === 'base64Twice') return Utf8.parse(base64).toString(Base64);
  if (encoding === 'base64') return base64;
  return withoutPadding(base64.replace(/\+/g, '-').replace(/\//g, '_'));
}
