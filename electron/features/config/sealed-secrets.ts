import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';
import type { SealedSecrets } from '../../../shared/model/sealed-secrets.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { message } from '../../../shared/text/message.ts';

/** About a tenth of a second and 32 MB each try: a passphrase cannot be guessed by the million. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const secretsSchema = z.record(z.string(), z.string());

/** Encrypts secrets for an exported file: scrypt makes the key, AES-256-GCM shows any change. */
export function sealSecrets(
  secrets: Readonly<Record<string, string>>,
  passphrase: string,
): SealedSecrets {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32, cost), iv);
  const data = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()]);
  return {
    method: 'scrypt-aes256gcm',
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: data.toString('base64'),
  };
}

export function openSecrets(
  sealed: SealedSecrets,
  passphrase: string,
): Result<Record<string, string>> {
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
  try {
    const key = scryptSync(passphrase, bytes(sealed.salt), 32, cost);
    const cipher = createDecipheriv('aes-256-gcm', key, bytes(sealed.iv), { authTagLength: 16 });
    cipher.setAuthTag(bytes(sealed.tag));
    const text = Buffer.concat([cipher.update(bytes(sealed.data)), cipher.final()]).toString(
      'utf8',
    );
    const parsed = parseJson(text);
    return parsed.ok ? ok(secretsSchema.parse(parsed.value)) : parsed;
  } catch {
    return fail(message('problem.transfer.wrongPassphrase'), 'passphrase');
  }
}
