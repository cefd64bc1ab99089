import { ok, type Result } from '../result.ts';
import { bytesToWords, encodeWords, utf8Words, wordsToBytes } from './bytes.ts';
import { fixedKey, type CipherTools, type KeySettings } from './key-material.ts';
import type { CipherRound } from './cipher-round.ts';

/** What GCM is specified for (NIST SP 800-38D, section 5.2.1.1). */
export const gcmIvBytes = 12;
export const gcmTagBytes = 16;

/**
 * Prepares AES-256-GCM: 12 bytes of IV, ciphertext, 16 bytes of tag, in base64url. The parameter's name is authenticated with
 * the text, so that no value can be moved to another parameter.
 */
export function prepareGcm(
  key: string,
  settings: KeySettings,
  tools: CipherTools,
): Result<() => CipherRound> {
  const words = fixedKey(key, settings, tools);
  if (!words.ok) return words;
  const bytes = wordsToBytes(words.value);
  return ok(() => ({
    iv: undefined,
    encrypt(text, name) {
      const iv = tools.randomBytes(gcmIvBytes);
      const sealed = tools.sealGcm({
        key: bytes,
        iv,
        text: wordsToBytes(utf8Words(text)),
        associated: wordsToBytes(utf8Words(name)),
      });
      return ok(encodeWords(bytesToWords(Uint8Array.of(...iv, ...sealed)), 'base64url'));
    },
  }));
}
