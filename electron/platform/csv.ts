/** One line of a table (RFC 4180). */
export const csvLine = (cells: readonly string[]): string => cells.map(csvCell).join(',');

/** Quoted always. A caller who is named `=...` must not become a formula in a spreadsheet. */
const csvCell = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
