import { originOf } from '../model/definition.ts';
import { parseAddress } from './parse-address.ts';

/**
 * The page of an address that needs no call, for signing in: without the query or fragment that asks for one, and the
 * site's first page where the path does.
 */
export function pageWithoutCall(url: string): string {
  const address = parseAddress(url);
  if (!url.includes('{{') || !address.ok) return url;
  const { path, query } = address.value;
  const isFixed = (parts: readonly unknown[]): boolean =>
    parts.every((part) => typeof part === 'string');
  if (!path.every(({ parts }) => isFixed(parts))) return `${originOf(url) ?? url}/`;
  const cut = query === undefined || query.every(isFixed) ? '#' : '?';
  return url.slice(0, url.indexOf(cut));
}
