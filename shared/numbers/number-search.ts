import { digitsOf, plainText } from './plain-text.ts';
import { nationalForms } from './same-number.ts';
import { internationalNumber } from './valid-number.ts';

/** Fewer digits are part of a date or an amount, or find half of everything. */
const fewestDigits = 3;

/**
 * The digits under which a number may be stored that someone searches for, in whatever spelling: +31 (0)20 123 4567,
 * 020-123 4567. Also a part of a number. Empty where the text is no number.
 */
export function searchedForms(text: string): string[] {
  const plain = plainText(text);
  const digits = digitsOf(plain.replace('(0)', ''));
  if (!/^[+\d ().\-/]*$/.test(plain) || digits.length < fewestDigits) return [];
  const bare = digits.replace(/^0+(?=\d)/, '');
  const whole = internationalNumber(bare)?.number.slice(1);
  return [
    ...new Set([digits, bare, ...(whole === undefined ? [] : [whole]), ...nationalForms(bare)]),
  ];
}

/** The digits under which a stored number is found: as it is, and as it is dialled in its country. */
export function storedForms(number: string): string[] {
  const digits = digitsOf(number);
  return digits === '' ? [] : [digits, ...(number.startsWith('+') ? nationalForms(digits) : [])];
}
