/** What parts the cells: `;` where the decimal mark is a comma, as spreadsheets expect it there. */
export type CsvSeparator = ',' | ';';

/** Without it a spreadsheet takes the letters for those of the computer's old character set. */
export const utf8Mark = '\ufeff';

/** @param locale of the system's formats (BCP 47), which may be none that is known */
export function csvSeparator(locale: string): CsvSeparator {
  const parts = numberFormat(locale).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value !== '.') ? ';' : ',';
}

function numberFormat(locale: string): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale);
  } catch {
    return new Intl.NumberFormat('en');
  }
}

/** One line of a table (RFC 4180). */
export const csvLine = (cells: readonly string[], separator: CsvSeparator): string =>
  cells.map(csvCell).join(separator);

/**
 * What a spreadsheet calculates, also full-width and behind what it skips. A caller who is named `=...` must not
 * become a formula.
 */
const formula = /^(?:[\t\r\n]|[\s\p{C}]*[=+\-@＝＋－＠])/u;

/** Quoted always. */
const csvCell = (text: string): string =>
  `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
