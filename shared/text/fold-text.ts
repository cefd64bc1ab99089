/**
 * A text as people compare it: spaces around and between words, marks that nobody sees, the kind of apostrophe, the case
 * of letters and how a letter is coded make no difference, in every language at once. İade = iade, SATIŞ = Satış,
 * STRASSE = Straße, é in one code point or two. Accents do: Ş is no S. Close to Unicode's NFKC_Casefold, with the dotted
 * and the dotless i as one letter: a text does not say whether it is Turkish.
 */
export const comparableText = (text: string): string =>
  oneSpace(foldCase(text).normalize('NFC').trim());

/** Whether two texts are the same to a reader. */
export const isSameText = (a: string, b: string): boolean =>
  comparableText(a) === comparableText(b);

/** A text as a search looks for it: as it is compared, and without accents. */
export const foldText = (text: string): string =>
  isAscii(text) ? text.toLowerCase() : foldCase(text).replace(/\p{M}/gu, '');

/**
 * Whether a text has every word of a search, in any order.
 * @param words from `searchWords`
 */
export const hasWords = (text: string, words: readonly string[]): boolean => {
  if (words.length === 0) return true;
  const folded = foldText(text);
  return words.every((word) => folded.includes(word));
};

export const searchWords = (search: string): string[] =>
  foldText(search)
    .split(/\s+/)
    .filter((word) => word !== '');

// Most texts of a call centre are numbers, ids and plain names: they need none of the rest.
const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/** Most texts have no more than one space in a row. */
const oneSpace = (text: string): string => (/\s\s/.test(text) ? text.replace(/\s+/g, ' ') : text);

/** Decomposed: an accent is a character of its own. */
function foldCase(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  const plain = text
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKD')
    // Only upwards do ß and SS, ſ and S, ς and σ meet; ẞ first has to come down.
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    // The last sigma of a word depends on what follows it.
    .replaceAll('ς', 'σ')
    .normalize('NFKD');
  return plain.replace(/i(\p{M}*?)\u0307/gu, 'i$1').replace(/[‘’ʼ]/g, "'");
}
