import type { CallData } from '../model/call-fields.ts';
import { fillText } from '../templates/fill-text.ts';
import { formattedField, type DateStyle } from '../templates/format-value.ts';
import { tokenIn, type Token, type TokenText } from '../templates/token-text.ts';
import type { Address, Fragment, Segment } from './parse-address.ts';
import { encodeQueryPart } from './percent-encoding.ts';

export interface AddressValues {
  readonly call: CallData;
  readonly dates: DateStyle;
  /** Leaves out what stands between two `&` if the call has none of its values. */
  readonly dropEmpty: boolean;
}

/** A URL with the values of a call. Parameters are added by `addressText`. */
export interface FilledAddress {
  readonly page: string;
  readonly query: readonly string[] | undefined;
  readonly fragment: FilledFragment | undefined;
  /** The first token without a value, where its place has no other: `{{contactCrmId}}`. */
  readonly missing: string | undefined;
  /** The first token whose value would lead to another path. */
  readonly dots: string | undefined;
}

interface FilledFragment extends Pick<Fragment, 'isRoute' | 'mark'> {
  readonly path: string;
  readonly query: readonly string[] | undefined;
}

/** Fills a URL. Values are percent-encoded: none can add a path segment or a parameter, or change the host. */
export function fillAddress(address: Address, values: AddressValues): FilledAddress {
  const missing: string[] = [];
  const dots: string[] = [];
  const fill = (parts: TokenText): { text: string; isEmpty: boolean } => {
    const empty = emptyToken(parts, values);
    if (empty !== undefined) missing.push(empty);
    return { text: fillText(parts, values, encodeQueryPart) ?? '', isEmpty: empty !== undefined };
  };
  const path = (segments: readonly Segment[]): string =>
    segments
      .map(({ lead, parts }) => {
        const { text } = fill(parts);
        const token = parts.find((part) => typeof part !== 'string');
        if (token === undefined || !isDotSegment(text)) return lead + text;
        dots.push(tokenText(token));
        return lead + text.replace(/\.|%2e/gi, '_');
      })
      .join('');
  const query = (pairs: readonly TokenText[] | undefined): string[] | undefined => {
    const kept = pairs?.map(fill).filter(({ isEmpty }) => !isEmpty || !values.dropEmpty);
    return kept?.length === 0 ? undefined : kept?.map(({ text }) => text);
  };
  const { fragment } = address;
  return {
    page: address.origin + path(address.path),
    query: query(address.query),
    fragment: fragment && {
      isRoute: fragment.isRoute,
      mark: fragment.mark,
      path: path(fragment.path),
      query: query(fragment.query),
    },
    missing: missing[0],
    dots: dots[0],
  };
}

/** The text of a filled URL, with more parameters: those of a route go into its own query. */
export function addressText({ page, query, fragment }: FilledAddress, more: string): string {
  const intoRoute = fragment?.isRoute === true;
  const search = withMore(query, intoRoute ? '' : more);
  const text = search === undefined ? page : `${page}?${search}`;
  if (fragment === undefined) return text;
  const own = withMore(fragment.query, intoRoute ? more : '');
  if (own !== undefined) return `${text}#${fragment.path}${fragment.mark}${own}`;
  return fragment.path === '' ? text : `${text}#${fragment.path}`;
}

function withMore(pairs: readonly string[] | undefined, more: string): string | undefined {
  if (more === '') return pairs?.join('&');
  if (pairs === undefined) return more;
  // An address that ends with `?` or `&` asks for no other separator.
  return [...(pairs.at(-1) === '' ? pairs.slice(0, -1) : pairs), more].join('&');
}

/** The first token of a text whose tokens are all without a value; undefined where one has a value, or there is none. */
export function emptyToken(
  parts: TokenText,
  values: Omit<AddressValues, 'dropEmpty'>,
): string | undefined {
  const tokens = parts.filter((part): part is Token => typeof part !== 'string');
  const [first] = tokens;
  const isEmpty = tokens.every(
    (token) => formattedField(values.call, token, values.dates) === undefined,
  );
  return first !== undefined && isEmpty ? tokenText(first) : undefined;
}

const tokenText = ({ field, format, as }: Token): string => tokenIn(field, as, format);

/**
 * What browsers and servers take for "here" or "up", percent-encoded too; they leave out line breaks and tabs. Some servers
 * decode a slash or a backslash before they take the path apart: what stands between two of them counts as well.
 */
const isDotSegment = (text: string): boolean =>
  text
    .replace(/[\t\n\r]|%0[9ad]/gi, '')
    .replace(/%2e/gi, '.')
    .split(/[/\\]|%2f|%5c/i)
    .some((part) => part === '.' || part === '..');
