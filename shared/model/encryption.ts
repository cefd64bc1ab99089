import { z } from 'zod';
import type { SecretSchema } from './secret.ts';

/**
 * How a text becomes the 32 key bytes of AES-256.
 * passphrase: SHA-256 of its UTF-8 bytes; hex, base64: the bytes themselves; text: UTF-8 bytes,
 * padded with zero bytes or cut to 32, as PHP's openssl_encrypt does.
 */
export const keyFormSchema = z.enum(['passphrase', 'hex', 'base64', 'text']);
export type KeyForm = z.infer<typeof keyFormSchema>;

/** random: fresh 16 bytes, put before the ciphertext. Else a fixed IV, which the receiver knows. */
export const ivSchema = z.union([
  z.literal('random'),
  z.strictObject({
    form: z.enum(['hex', 'base64', 'text']).describe('text: UTF-8, zero-padded or cut to 16 bytes'),
    value: z.string().max(1000),
  }),
]);
export type IvSetting = z.infer<typeof ivSchema>;

export const outputEncodingSchema = z.enum(['base64url', 'base64', 'hex']);
export type OutputEncoding = z.infer<typeof outputEncodingSchema>;

export const encryptionSchema = <S extends SecretSchema>(secret: S) =>
  z.strictObject({
    method: z.literal('aes256cbc').default('aes256cbc'),
    key: secret,
    keyForm: keyFormSchema.default('passphrase'),
    iv: ivSchema.default('random'),
    scope: z
      .enum(['query', 'values'])
      .default('query')
      .describe('query: all parameters together; values: each value separately'),
    parameter: z
      .string()
      .min(1)
      .max(200)
      .default('data')
      .describe('Name of the one parameter when scope is query'),
    encoding: outputEncodingSchema.default('base64url'),
  });
