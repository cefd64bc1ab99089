/** What a link from outside asks for. */
export type PhoneLink =
  { readonly kind: 'call'; readonly number: string } | { readonly kind: 'open' };

/** Longer than any number that can be dialled (ITU-T E.164 allows 15 digits; extensions and codes come on top). */
const longest = 40;
const phoneSchemes = new Set(['tel', 'callto']);

/**
 * Reads `tel:`, `callto:` and `ringcue:` links. Threat: any web page can open such a link, so nothing but a
 * number gets out of it: digits, `*`, `#`, and a `+` in front. `tel:+1 (555) 123-4567` is +15551234567.
 *
 * @returns undefined where it is none of these, or has no number
 */
export function parsePhoneLink(link: string): PhoneLink | undefined {
  const match = /^([a-z]+):(?:\/\/)?(.*)$/is.exec(link.trim());
  if (match === null || link.length > 2_000) return undefined;
  const [, scheme = '', rest = ''] = match;
  const name = scheme.toLowerCase();
  if (phoneSchemes.has(name)) return callTo(rest);
  if (name !== 'ringcue') return undefined;
  const called = /^call\/?\?number=([^&]*)$/i.exec(rest) ?? /^call\/([^/?]*)$/i.exec(rest);
  if (called !== null) return callTo(called[1] ?? '');
  return /^(open)?\/?$/i.test(rest) ? { kind: 'open' } : undefined;
}

function callTo(text: string): PhoneLink | undefined {
  // Parameters (";ext=5", "?subject") are not part of the number.
  const number = dialled(decoded(text.split(/[;?]/)[0] ?? ''));
  return number === undefined ? undefined : { kind: 'call', number };
}

/** The digits of a written number; undefined where there is anything else in it. */
export function dialled(text: string): string | undefined {
  const bare = text.replace(/[\s().\-/\u00a0\u2010-\u2015]/g, '');
  return /^\+?[0-9*#]+$/.test(bare) && bare.length <= longest ? bare : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The click-to-call URL with `{number}` replaced. */
export const clickToCallUrl = (template: string, number: string): string =>
  template.replaceAll('{number}', encodeURIComponent(number));
