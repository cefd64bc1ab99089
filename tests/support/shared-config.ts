import { generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import { signConfig, type SigningKey } from '../../shared/config/signed-config.ts';

export const signingKeySchema = z.object({ x: z.string(), d: z.string() });

export const newSigningKey = (): SigningKey =>
  signingKeySchema.parse(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }));

/** A signed configuration with a revision. */
export const signedConfig = (key: SigningKey, revision: number, content: object): Promise<string> =>
  signConfig(JSON.stringify({ version: 3, revision, ...content }), key);
