import { createHmac } from 'node:crypto';
import { sameSecret } from './same-secret.ts';

/** Seconds that the sender's clock may differ: an older request is a replay. */
const tolerance = 300;
/** Signatures of rotated keys; more only cost time. */
const maxSignatures = 5;

export interface SignedHeaders {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
}

/** Whether a body is signed as Standard Webhooks says: `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`. */
export function isSigned(
  secret: string,
  { id, timestamp, signature }: SignedHeaders,
  body: Buffer,
  now: number,
): boolean {
  const expected = signatureOf(secret, { id, timestamp }, body);
  const given = signature.split(' ', maxSignatures);
  // All are compared, whatever the first says.
  const matching = given.filter((one) => sameSecret(one, expected));
  const isNow =
    /^\d{1,12}$/.test(timestamp) && Math.abs(now / 1000 - Number(timestamp)) <= tolerance;
  return id !== '' && isNow && matching.length > 0;
}

/** The signature that a sender puts into `webhook-signature`. */
export function signatureOf(
  secret: string,
  { id, timestamp }: Omit<SignedHeaders, 'signature'>,
  body: Buffer,
): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body);
  return `v1,${signed.digest('base64')}`;
}
