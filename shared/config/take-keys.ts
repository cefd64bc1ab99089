import { keyNamesIn } from '../model/keyed-address.ts';

/** What the names of parameters with keys have in common; one too many only hides a value. */
const keyLike = /key|token|secret|passw|pwd|auth|credential|signature|^(?:sig|pass|pin|code)$/i;

/** Collectors and hooks that have their key in the path: letters with digits, as long as no word is. */
const isRandom = (part: string): boolean =>
  /^[\w-]{20,}$/.test(part) && /\d/.test(part) && /[a-z]/i.test(part);

export interface TakenKeys {
  /** With `{key}`, `{key2}` … in their place. */
  readonly url: string;
  readonly keys: Readonly<Record<string, string>>;
}

/**
 * Takes the keys out of an address that a person typed or an earlier version stored: passwords before the host, parameters that
 * are named like keys, and path segments that look like one.
 */
export function takeKeys(text: string): TakenKeys {
  const keys: Record<string, string> = {};
  const free = ['key', 'key2', 'key3', 'key4', 'key5', 'key6', 'key7', 'key8', 'key9'].filter(
    (name) => !keyNamesIn(text).includes(name),
  );
  const take = (written: string, decoded: string | undefined): string => {
    const name = free[0];
    if (written.includes('{') || decoded === undefined || decoded === '' || name === undefined) {
      return written;
    }
    free.shift();
    keys[name] = decoded;
    return `{${name}}`;
  };
  const [, start = '', user = '', host = '', path = '', query = '', end = ''] =
    /^([^:/?#]*:\/\/)(?:([^/?#@]*)@)?([^/?#]*)([^?#]*)(\?[^#]*)?(.*)$/s.exec(text) ?? [];
  if (start === '') return { url: text, keys };
  const url = [
    start,
    user === '' ? '' : `${withoutPassword(user, take)}@`,
    host,
    path
      .split('/')
      .map((part) => (isRandom(part) ? take(part, decode(part)) : part))
      .join('/'),
    withoutKeys(query, take),
    end,
  ].join('');
  return { url, keys };
}

type Take = (written: string, decoded: string | undefined) => string;

/** `user:password`, or a token alone. */
function withoutPassword(text: string, take: Take): string {
  const colon = text.indexOf(':');
  if (colon < 0) return take(text, decode(text));
  const password = text.slice(colon + 1);
  return `${text.slice(0, colon + 1)}${take(password, decode(password))}`;
}

const withoutKeys = (query: string, take: Take): string =>
  query
    .split('&')
    .map((pair) => {
      const equals = pair.indexOf('=');
      const value = pair.slice(equals + 1);
      return equals > 0 && keyLike.test(pair.slice(0, equals).replace('?', ''))
        ? `${pair.slice(0, equals + 1)}${take(value, decode(value.replaceAll('+', ' ')))}`
        : pair;
    })
    .join('&');

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // not written as an address is: it stays as it was typed
  }
}
