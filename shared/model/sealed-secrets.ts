import { z } from 'zod';

/** Secrets of an exported configuration, encrypted with a passphrase. */
export const sealedSecretsSchema = z
  .strictObject({
    method: z.literal('scrypt-aes256gcm'),
    salt: z.base64().min(16).max(100),
    iv: z.base64().length(16),
    tag: z.base64().length(24),
    data: z.base64().max(10_000_000),
  })
  .describe('Keys and tokens of an export, for importing on another computer; not for --config');
export type SealedSecrets = z.infer<typeof sealedSecretsSchema>;
