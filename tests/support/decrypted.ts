import { createDecipheriv, createHash } from 'node:crypto';

/** The parameters of a visit as a CRM reads them: AES-256-CBC, a passphrase, the IV in front, in `data`. */
export function decrypted(visit: string, passphrase: string): Record<string, string> {
  const data = new URL(visit, 'http://crm').searchParams.get('data') ?? '';
  const bytes = Buffer.from(data, 'base64url');
  const key = createHash('sha256').update(passphrase, 'utf8').digest();
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16));
  const query = Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]);
  return Object.fromEntries(new URLSearchParams(query.toString('utf8')));
}
