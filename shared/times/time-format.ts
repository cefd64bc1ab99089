/** The parts of a time that a format may name, of luxon's tokens, and what each is a part of. */
const tokens: Readonly<Record<string, 'day' | 'month' | 'year' | 'clock'>> = {
  ...{ d: 'day', dd: 'day', M: 'month', MM: 'month', MMM: 'month', yy: 'year', yyyy: 'year' },
  ...{ H: 'clock', HH: 'clock', h: 'clock', hh: 'clock', m: 'clock', mm: 'clock', s: 'clock' },
  ...{ ss: 'clock', S: 'clock', SSS: 'clock', a: 'clock', Z: 'clock', ZZ: 'clock', ZZZ: 'clock' },
};

const separators = new Set(' .,-/:_');

/**
 * Whether a text is a format such as `dd-MM-yyyy HH:mm:ss`: known tokens and separators, letters as they are in
 * single quotes (`yyyyMMdd'T'HHmmss`), with a day, a month and a year.
 */
export function isTimeFormat(format: string): boolean {
  const parts = new Set<string>();
  for (const [index, piece] of format.split("'").entries()) {
    // Every second piece was in quotes.
    if (index % 2 === 1) continue;
    for (const token of tokensOf(piece)) {
      const part = Object.hasOwn(tokens, token) ? tokens[token] : undefined;
      if (part === undefined) return false;
      parts.add(part);
    }
  }
  const isClosed = format.split("'").length % 2 === 1;
  return isClosed && ['day', 'month', 'year'].every((part) => parts.has(part));
}

/** Runs of one letter; a character that is neither letter nor separator is a token that nobody knows. */
function tokensOf(text: string): string[] {
  const found: string[] = [];
  let last = '';
  for (const character of text) {
    if (!separators.has(character)) {
      if (character === last) found.push(`${found.pop() ?? ''}${character}`);
      else found.push(character);
    }
    last = character;
  }
  return found;
}
