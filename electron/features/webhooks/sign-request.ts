import { createHmac } from 'node:crypto';

/** A key as Standard Webhooks writes it: `whsec_` and base64; any other text is taken by its bytes. */
export const keyBytes = (key: string): Buffer =>
  key.startsWith('whsec_') ? Buffer.from(key.slice(6), 'base64') : Buffer.from(key, 'utf8');

/**
 * The headers of Standard Webhooks 1.0.
 *
 * @param keys the current one, and the one before while receivers change over: each signs
 * @param at milliseconds since 1970, of this attempt
 */
export function signatureHeaders(
  id: string,
  body: string,
  keys: readonly string[],
  at: number,
): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const signatures = keys.map(
    (key) =>
      `v1,${createHmac('sha256', keyBytes(key)).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    ...(signatures.length > 0 && { 'webhook-signature': signatures.join(' ') }),
  };
}
