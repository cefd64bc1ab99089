import type { z } from 'zod';
import { parseUrl } from '../model/definition.ts';
import type { addressSigningWith } from '../model/address-signing.ts';
import type { secretRefSchema } from '../model/secret.ts';
import { addressText, type FilledAddress } from '../popup-url/fill-address.ts';
import { fail, ok, type Result } from '../result.ts';
import { message } from '../text/message.ts';
import { bytesToWords, encodeWords, utf8Words, wordsToBytes } from './bytes.ts';
import type { CipherTools } from './key-material.ts';

type Signing = z.infer<ReturnType<typeof addressSigningWith<typeof secretRefSchema>>>;

/** The address with these parameters and its signature. */
export type SignAddress = (filled: FilledAddress, query: string) => string;

/** No nonce comes twice: 128 random bits. */
const nonceBytes = 16;

/**
 * Prepares the signature of addresses: HMAC-SHA256 over `ringcue-v1`, a line feed and the address as a browser sends it, up to
 * the signature. A fragment is no part of it, as no server gets one; a route of the page is, with its query.
 */
export function prepareSigning(
  { keyId }: Signing,
  key: string | undefined,
  tools: CipherTools,
): Result<SignAddress> {
  if (key === undefined) return fail(message('problem.popup.signingKeyMissing'), 'signing.key');
  const keyBytes = wordsToBytes(utf8Words(key));
  const base64url = (bytes: Uint8Array): string => encodeWords(bytesToWords(bytes), 'base64url');
  return ok((filled, query) => {
    const seconds = Math.floor(tools.now() / 1000);
    const nonce = base64url(tools.randomBytes(nonceBytes));
    const stamp = `rc_key=${keyId}&rc_time=${seconds}&rc_nonce=${nonce}`;
    const more = query === '' ? stamp : `${query}&${stamp}`;
    const { fragment } = filled;
    const covered = asSent(
      addressText({ ...filled, fragment: fragment?.isRoute ? fragment : undefined }, more),
    );
    const signature = tools.hmacSha256(keyBytes, wordsToBytes(utf8Words(`ringcue-v1\n${covered}`)));
    return asSent(addressText(filled, `${more}&rc_signature=${base64url(signature)}`));
  });
}

/** Browsers write host, path and query in one way only: what is signed is what they send. */
const asSent = (url: string): string => parseUrl(url)?.href ?? url;
