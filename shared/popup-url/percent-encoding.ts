import { wellFormed } from '../well-formed.ts';

/**
 * Percent-encodes a query name or value so that every receiver reads the same text: a space is %20 and
 * a plus is %2B, never `+`, which some read as a space and some do not.
 */
export function encodeQueryPart(text: string): string {
  return encodeURIComponent(wellFormed(text)).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export type QueryPair = readonly [name: string, value: string];

export const encodeQuery = (pairs: readonly QueryPair[]): string =>
  pairs.map(([name, value]) => `${encodeQueryPart(name)}=${encodeQueryPart(value)}`).join('&');

/** Adds to the query of an address whose own query and fragment stay to the letter as they are. */
export function appendQuery(url: string, query: string): string {
  if (query === '') return url;
  const hash = url.indexOf('#');
  const beforeHash = hash === -1 ? url : url.slice(0, hash);
  const fragment = hash === -1 ? '' : url.slice(hash);
  const separator = !beforeHash.includes('?') ? '?' : /[?&]$/.test(beforeHash) ? '' : '&';
  return `${beforeHash}${separator}${query}${fragment}`;
}
