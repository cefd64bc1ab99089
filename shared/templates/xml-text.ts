/** What XML 1.0 cannot hold, not even escaped (section 2.2): control characters and halves of pairs. */
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text between tags. `>` is escaped too, for the sake of `]]>`; a bare CR would be read as a line feed. */
export const escapeText = (text: string): string =>
  text.replace(illegal, '\uFFFD').replace(/[&<>\r]/g, (character) => entities[character] ?? '');

/** A value between double quotes; line breaks there would be read as spaces. */
export const escapeAttribute = (text: string): string =>
  text
    .replace(illegal, '\uFFFD')
    .replace(/[&<>"\r\n\t]/g, (character) => entities[character] ?? '');

/** An element name from any key: invalid characters become underscores. */
export function elementName(key: string): string {
  const name = key.replace(/[^A-Za-z0-9._\u00c0-\u024f-]/g, '_');
  return /^[A-Za-z_\u00c0-\u024f]/.test(name) && !/^xml/i.test(name) ? name : `_${name}`;
}
