import { createCipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type {
  CipherTools,
  GcmRequest,
  Pbkdf2Request,
} from '../../../shared/cipher/key-material.ts';

/**
 * What popups encrypt with, from the runtime. Remembers derived keys: many popups share a key and its salt, and deriving
 * it takes as long as it is meant to. A salt that is fresh for each text comes once and is not remembered.
 */
export function cipherTools(): CipherTools {
  const derived = new Map<string, Uint8Array>();
  return {
    now: Date.now,
    randomBytes,
    hmacSha256: (key, text) => createHmac('sha256', key).update(text).digest(),
    sealGcm,
    pbkdf2(request) {
      if (request.length !== fixedKeyLength) return derive(request);
      const { password, salt, iterations, hash } = request;
      const id = JSON.stringify([[...password], [...salt], iterations, hash]);
      const known = derived.get(id) ?? derive(request);
      if (derived.size >= rememberedKeys) derived.clear();
      derived.set(id, known);
      return known;
    },
  };
}

/** A key alone belongs to a fixed salt; with a salt of its own a text asks for the IV too (bytes). */
const fixedKeyLength = 32;

/** A key that is typed is another one with each letter. */
const rememberedKeys = 100;

function sealGcm({ key, iv, text, associated }: GcmRequest): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(associated);
  return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

const derive = ({ password, salt, iterations, length, hash }: Pbkdf2Request): Uint8Array =>
  pbkdf2Sync(password, salt, iterations, length, hash);
