import { wellFormed } from '../../../shared/well-formed.ts';

/** Shorter ones would tear ordinary words apart, and protect nothing. */
const shortest = 6;
const stars = '******';

/**
 * Takes secrets out of texts, in each form in which they travel: as they are, in an address, a form, JSON and base64, also
 * where base64 has something before them (`Basic user:password`). The longest goes first: of two secrets where one
 * begins like the other, nothing is left.
 */
export class SecretMask {
  private readonly forms: readonly string[];

  public constructor(secrets: Iterable<string>) {
    const long = [...secrets].filter((secret) => secret.length >= shortest);
    this.forms = [...new Set(long.flatMap(formsOf))].sort((a, b) => b.length - a.length);
  }

  public text(text: string): string {
    return this.forms.reduce((masked, form) => masked.replaceAll(form, stars), text);
  }
}

function formsOf(secret: string): string[] {
  const clean = wellFormed(secret);
  const percent = encodeURIComponent(clean);
  const strict = percent.replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const written = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURI(clean),
    ...[percent, strict].flatMap((form) => [form, lowerHex(form), form.replaceAll('%20', '+')]),
    new URLSearchParams([['', clean]]).toString().slice(1),
  ];
  const base64 = [0, 1, 2].flatMap((before) => base64Of(secret, before));
  return [...written, ...base64].filter((form) => form.length >= shortest);
}

const lowerHex = (text: string): string =>
  text.replace(/%[0-9A-F]{2}/g, (pair) => pair.toLowerCase());

/** The part of it that depends on nothing but the secret, with so many bytes before it (modulo three). */
function base64Of(secret: string, before: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
  const whole = bytes.subarray(0, bytes.byteLength - (bytes.byteLength % 3)).toString('base64');
  const inner = whole.slice(before === 0 ? 0 : before + 1);
  return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
}
