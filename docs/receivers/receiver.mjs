// Checks and reads the popup URLs of Ringcue: docs/receivers.md, "Authenticated URLs". Node 18 or newer.
import { createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createInterface } from 'node:readline';

// --- signature ---

/** Seconds for which a URL is good, and by which clocks may differ. */
const longest = 300;

/** Remembers nonces as long as their URL is good. For several servers: Redis, `SET nonce 1 NX EX 600`. */
const seen = new Map();
function isFirst(nonce, now) {
  for (const [old, until] of seen) if (until < now) seen.delete(old);
  if (seen.has(nonce)) return false;
  seen.set(nonce, now + 2 * longest);
  return true;
}

/**
 * @param url as the browser asked for it, not decoded: your own origin and `request.url`
 * @param keys key ID to signing key
 * @returns the parameters, percent-decoded
 */
export function verify(url, keys, now = Math.floor(Date.now() / 1000)) {
  const end = url.lastIndexOf('&rc_signature=');
  if (end < 0) throw new Error('no signature');
  const signed = url.slice(0, end);
  const parameters = new URLSearchParams(signed.slice(signed.indexOf('?') + 1));
  const key = keys[parameters.get('rc_key') ?? ''];
  if (key === undefined) throw new Error('unknown key');
  const text = Buffer.from(`ringcue-v1\n${signed}`, 'latin1');
  const own = Buffer.from(createHmac('sha256', key).update(text).digest('base64url'));
  const given = Buffer.from(url.slice(end + '&rc_signature='.length), 'latin1');
  if (own.length !== given.length || !timingSafeEqual(own, given)) throw new Error('changed');
  if (!(Math.abs(now - Number(parameters.get('rc_time'))) <= longest)) throw new Error('too old');
  if (!isFirst(parameters.get('rc_nonce') ?? '', now)) throw new Error('seen before');
  return parameters;
}

// --- aes256gcm ---

/** Reads one encrypted parameter, by default all of them in `data`. The key has 32 bytes. */
export function decrypt(value, key, name = 'data') {
  const bytes = Buffer.from(value, 'base64url');
  // base64url has bits that no byte uses: only one way of writing is taken.
  if (bytes.toString('base64url') !== value || bytes.length < 28) throw new Error('not encrypted');
  const opened = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
  opened.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(-16));
  return Buffer.concat([opened.update(bytes.subarray(12, -16)), opened.final()]).toString('utf8');
}

// --- aes256cbc ---

/** Reads the bytes of one encrypted parameter; without an IV their first 16 are it. Treat what it returns as untrusted. */
export function decryptCbc(bytes, key, iv) {
  const opened = createDecipheriv('aes-256-cbc', key, iv ?? bytes.subarray(0, 16));
  return Buffer.concat([opened.update(iv ? bytes : bytes.subarray(16)), opened.final()]).toString();
}

// --- test ---

// For a test: a line of base64 for each URL, or for each value of `data` where nothing is signed.
const { RINGCUE_KEY, RINGCUE_KEY_ID, RINGCUE_SIGNING_KEY } = process.env;
const decryptionKey = RINGCUE_KEY && createHash('sha256').update(RINGCUE_KEY).digest();
for await (const line of createInterface({ input: process.stdin })) {
  try {
    const text = Buffer.from(line, 'base64').toString('latin1');
    let data = text;
    let parameters = new URLSearchParams();
    if (RINGCUE_SIGNING_KEY) {
      parameters = verify(text, { [RINGCUE_KEY_ID]: RINGCUE_SIGNING_KEY });
      data = parameters.get('data') ?? '';
    }
    if (decryptionKey) parameters = new URLSearchParams(decrypt(data, decryptionKey));
    console.log(JSON.stringify({ parameters: Object.fromEntries(parameters) }));
  } catch (error) {
    console.log(JSON.stringify({ refused: error.message }));
  }
}
