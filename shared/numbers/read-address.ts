import { plainText } from './plain-text.ts';

/** A number as a phone system writes it, taken apart. */
export interface Address {
  /** The number or account, without scheme, host and parameters. */
  readonly user: string;
  /** As in `"Grace Hopper" <sip:1001@pbx.example>`; empty where there is none. */
  readonly name: string;
  /** Empty where there is none. */
  readonly host: string;
  /** True where there was more than the bare number: a scheme, a host, parameters, a name. */
  readonly isWrapped: boolean;
}

/** Longer than any address with its parameters; what is longer is no number. */
const longest = 500;

/** Reads a bare number, `tel:`, `sip:` and `sips:` addresses, and those with a name in front. */
export function readAddress(text: string): Address {
  if (text.length > longest) return { user: text, name: '', host: '', isWrapped: false };
  const plain = plainText(text);
  const open = plain.lastIndexOf('<');
  const close = plain.indexOf('>', open);
  const isNamed = open !== -1 && close !== -1;
  const uri = isNamed ? plain.slice(open + 1, close).trim() : plain;
  const { rest, scheme } = withoutScheme(uri);
  const [account = '', ...hosts] = rest.split('@');
  const user = decoded(before(before(account, ';'), '?')).trim();
  const host = before(before(hosts[0] ?? '', ';'), '?');
  return {
    // A password after the account is none of ours.
    user: scheme === '' ? user : before(user, ':'),
    name: isNamed ? unquoted(plain.slice(0, open).trim()) : '',
    host: host.toLowerCase(),
    isWrapped: isNamed || scheme !== '' || hosts.length > 0 || account.includes(';'),
  };
}

const schemes = ['sip:', 'sips:', 'tel:', 'callto:'];

function withoutScheme(uri: string): { rest: string; scheme: string } {
  const lower = uri.toLowerCase();
  const scheme = schemes.find((name) => lower.startsWith(name)) ?? '';
  const rest = uri.slice(scheme.length);
  return { scheme, rest: scheme !== '' && rest.startsWith('//') ? rest.slice(2) : rest };
}

function before(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at === -1 ? text : text.slice(0, at);
}

function unquoted(name: string): string {
  const inner = name.length > 1 && name.startsWith('"') && name.endsWith('"');
  return (inner ? name.slice(1, -1).replace(/\\(.)/g, '$1') : name).trim();
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
