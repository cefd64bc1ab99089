import { fail, ok, type Result } from '../result.ts';
import { message } from '../text/message.ts';
import { parseTokenText, type TokenText } from '../templates/token-text.ts';
import { firstVicidialToken, vicidialProblem } from './vicidial-tokens.ts';

/** A path segment with the separator before it. */
export interface Segment {
  readonly lead: string;
  readonly parts: TokenText;
}

/**
 * A URL with tokens, taken apart before any value is known, so that no value can move a border.
 * Tokens may stand in path, query and fragment; the origin is fixed.
 */
export interface Address {
  /** `https://crm.example.com:8443`, as written. */
  readonly origin: string;
  readonly path: readonly Segment[];
  /** What stands between `&`; undefined without `?`. */
  readonly query: readonly TokenText[] | undefined;
  readonly fragment: Fragment | undefined;
}

/** What follows `#`: for a single-page application a path, and a query of its own behind it. */
export interface Fragment {
  /** `#/contacts/search`: the page is in the fragment, and so are its parameters. */
  readonly isRoute: boolean;
  /** What stands before its query: nothing in `#id=1&view=form`. */
  readonly mark: '' | '?';
  readonly path: readonly Segment[];
  /** Of `#/route?a=1&b=2` or `#a=1&b=2`; undefined without. */
  readonly query: readonly TokenText[] | undefined;
}

/** Reads a URL with tokens. Refuses what is no token, and tokens in the scheme or host. */
export function parseAddress(text: string): Result<Address> {
  const parts = parseTokenText(withPlainTokens(text));
  if (!parts.ok) return parts;
  const literals = parts.value.filter((part) => typeof part === 'string');
  if (literals.some((literal) => literal.includes('}}'))) {
    return fail(message('problem.template.tokenNotClosed'));
  }
  const foreign = literals.map(firstVicidialToken).find((found) => found !== undefined);
  if (foreign !== undefined) return fail(vicidialProblem(foreign));
  const [first, ...rest] = parts.value;
  // As far as the host goes for a browser, which takes a backslash for a slash.
  const origin = typeof first === 'string' ? /^[a-z]+:\/\/[^/?#\\]*/i.exec(first)?.[0] : undefined;
  const isFixed = typeof first === 'string' && (origin !== first || rest.length === 0);
  if (!isFixed && parts.value.length > 1) return fail(message('problem.field.tokensInHost'));
  if (origin === undefined || typeof first !== 'string') {
    return fail(message('problem.field.popupUrlInvalid'));
  }
  return ok({ origin, ...takenApart([first.slice(origin.length), ...rest]) });
}

/** A browser's address bar encodes braces: `%7B%7BcallerNumber%7D%7D` is a token that was copied from there. */
function withPlainTokens(text: string): string {
  const [before = '', ...rest] = text.split(/%7B%7B/i);
  return rest.reduce((plain, part) => plain + (tokenAtStart(part) ?? `%7B%7B${part}`), before);
}

/** What follows two encoded braces, where it is a token's name and two that close. */
function tokenAtStart(part: string): string | undefined {
  const end = part.search(/%7D%7D/i);
  const name = part.slice(0, Math.max(0, end));
  if (name.length > longestName || !/^[\w.%|: ]+$/.test(name)) return undefined;
  try {
    return `{{${decodeURIComponent(name)}}}${part.slice(end + 6)}`;
  } catch {
    return undefined; // a percent sign that encodes nothing
  }
}

/** Characters of a token with its format, encoded. */
const longestName = 200;

function takenApart(text: TokenText): Omit<Address, 'origin'> {
  const [page, fragment] = cutAt(text, '#');
  const [path, query] = cutAt(page, '?');
  return {
    path: segmentsOf(path, /[/\\]/),
    query: query && split(query, /&/).map(({ parts }) => parts),
    fragment: fragment && fragmentOf(fragment),
  };
}

function fragmentOf(text: TokenText): Fragment {
  const [first] = text;
  const isRoute = typeof first === 'string' && /^!?\//.test(first);
  const [path, query] = cutAt(text, '?');
  const pairsOf = (pairs: TokenText) => split(pairs, /&/).map(({ parts }) => parts);
  if (!isRoute && query === undefined) {
    return { isRoute, mark: '', path: [], query: pairsOf(text) };
  }
  return { isRoute, mark: '?', path: segmentsOf(path, /\//), query: query && pairsOf(query) };
}

const segmentsOf = (text: TokenText, separator: RegExp): Segment[] =>
  text.every((part) => part === '') ? [] : split(text, separator);

/** The text before the first such character, and behind it; tokens are not looked into. */
function cutAt(text: TokenText, character: string): [TokenText, TokenText | undefined] {
  for (const [index, part] of text.entries()) {
    const at = typeof part === 'string' ? part.indexOf(character) : -1;
    if (typeof part !== 'string' || at === -1) continue;
    return [
      [...text.slice(0, index), part.slice(0, at)],
      [part.slice(at + 1), ...text.slice(index + 1)],
    ];
  }
  return [text, undefined];
}

/** The pieces between separators of one character, each with the one before it. */
function split(text: TokenText, separator: RegExp): Segment[] {
  const pieces: { lead: string; parts: TokenText[number][] }[] = [{ lead: '', parts: [] }];
  for (const part of text) {
    if (typeof part !== 'string') {
      pieces.at(-1)?.parts.push(part);
      continue;
    }
    let from = 0;
    for (let at = 0; at <= part.length; at += 1) {
      if (at < part.length && !separator.test(part.charAt(at))) continue;
      const literal = part.slice(from, at);
      if (literal !== '') pieces.at(-1)?.parts.push(literal);
      if (at < part.length) pieces.push({ lead: part.charAt(at), parts: [] });
      from = at + 1;
    }
  }
  return pieces;
}
