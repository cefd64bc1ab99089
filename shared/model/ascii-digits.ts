/** Full-width forms stand in the order of ASCII, so far above it. */
const fullWidthOffset = 0xfee0;

/**
 * The text with full-width characters as ASCII and the digits of every script as 0 to 9. Superscripts stay: they
 * are footnotes, not digits.
 */
export const asciiDigits = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - fullWidthOffset),
    )
    .replaceAll('\u3000', ' ')
    .replace(/\p{Nd}/gu, (digit) => String(valueOf(digit.codePointAt(0) ?? 0)));

/** The digits of a script follow each other from its zero; the mathematical ones do so five times. */
function valueOf(point: number): number {
  if (point >= 0x1d7ce && point <= 0x1d7ff) return (point - 0x1d7ce) % 10;
  let zero = point;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (point - zero) % 10;
}
