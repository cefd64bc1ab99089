import { CompactSign, compactVerify, importJWK } from 'jose';
import { z } from 'zod';
import { parseAs } from '../json/parse-as.ts';

/** Tells a configuration from anything else that the same key may have signed. */
const kind = 'ringcue-config';
const algorithm = 'EdDSA';
const revisionSchema = z.object({ revision: z.int().min(1) });
const curve = { kty: 'OKP', crv: 'Ed25519' } as const;

/** A private Ed25519 key as a JWK has it. */
export interface SigningKey {
  /** The public key. */
  readonly x: string;
  readonly d: string;
}

/** A configuration and its signature as one text (JWS, RFC 7515), so that no desk gets one without the other. */
export async function signConfig(text: string, { x, d }: SigningKey): Promise<string> {
  const key = await importJWK({ ...curve, x, d }, algorithm);
  return new CompactSign(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: algorithm, typ: kind })
    .sign(key);
}

/** @returns the configuration's text, where one of the keys signed it; undefined for anything else */
export async function readSigned(
  jws: string,
  publicKeys: readonly string[],
): Promise<string | undefined> {
  for (const x of publicKeys) {
    try {
      const key = await importJWK({ ...curve, x }, algorithm);
      const { payload, protectedHeader } = await compactVerify(jws, key, {
        algorithms: [algorithm],
      });
      if (protectedHeader.typ === kind) return new TextDecoder().decode(payload);
    } catch {
      // Another key, or no signature at all: the caller says so.
    }
  }
  return undefined;
}

/** @returns the revision of a signed configuration; undefined where none of the keys signed it, or it has none */
export async function signedRevision(
  jws: string,
  publicKeys: readonly string[],
): Promise<number | undefined> {
  const text = await readSigned(jws, publicKeys);
  return text === undefined ? undefined : parseAs(text, revisionSchema)?.revision;
}
