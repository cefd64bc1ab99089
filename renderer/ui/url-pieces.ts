interface UrlPair {
  /** What stands before it: `?` or `&`. */
  readonly mark: string;
  readonly name: string;
  /** Undefined where nothing follows the name. */
  readonly value: string | undefined;
}

interface UrlPieces {
  readonly page: string;
  readonly pairs: readonly UrlPair[];
  /** With its `#`. */
  readonly fragment: string;
}

/**
 * A URL in pieces that joined are the same characters again. Parameters in the route of a single-page application,
 * behind `#`, count as parameters.
 */
export function urlPieces(url: string): UrlPieces {
  const mark = url.indexOf('?');
  if (mark === -1) return { page: url, pairs: [], fragment: '' };
  const hash = url.indexOf('#', mark);
  const end = hash === -1 ? url.length : hash;
  const pairs = url
    .slice(mark + 1, end)
    .split('&')
    .map((text, index) => ({ mark: index === 0 ? '?' : '&', ...pairOf(text) }));
  return { page: url.slice(0, mark), pairs, fragment: url.slice(end) };
}

function pairOf(text: string): Omit<UrlPair, 'mark'> {
  const equals = text.indexOf('=');
  return equals === -1
    ? { name: text, value: undefined }
    : { name: text.slice(0, equals), value: text.slice(equals + 1) };
}
