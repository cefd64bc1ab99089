/** Where the digits 0 to 9 of a script begin: Arabic-Indic, Persian, N'Ko, Devanagari and those of South-East Asia. */
const zeros = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
  0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810,
];

/**
 * A number's text with ASCII digits, plain spaces and hyphens, and without what nobody sees: direction marks,
 * zero-width characters. Full-width forms become their usual ones.
 */
export function plainText(text: string): string {
  // Nearly all are: a feed of all agents brings thousands of numbers a second.
  if (/^[ -~]*$/.test(text)) return text.trim();
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}|\u2212/gu, '-')
    .replace(/\s/gu, ' ')
    .replace(/\p{Nd}/gu, asciiDigit)
    .trim();
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.findLast((start) => code >= start && code < start + 10);
  return zero === undefined ? digit : String(code - zero);
}

export const digitsOf = (text: string): string => text.replace(/\D/g, '');
