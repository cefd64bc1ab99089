/**
 * The library's "max" metadata: it knows the ranges of every kind of number, so that "valid" means assigned.
 * "min" calls 12345678 a German number and eight-digit Brazilian mobiles still valid, and "mobile" refuses every
 * landline. It costs 73 kB (13 kB compressed) more in each bundle, next to nothing beside a wrong number.
 */
import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';

/** Longer than any number with its prefixes; the library is not asked about more. */
const mostDigits = 24;

/** A valid number; undefined where it is none. @param digits with the country code, without `+` */
export function internationalNumber(digits: string): PhoneNumber | undefined {
  if (digits.startsWith('0') || digits.length > mostDigits) return undefined;
  return valid(parsePhoneNumberFromString(`+${withoutOldForm(digits)}`, { extract: false }));
}

/** A valid number as people dial it in the country; undefined where it is none. */
export function nationalNumber(digits: string, country: CountryCode): PhoneNumber | undefined {
  if (digits.length > mostDigits) return undefined;
  return valid(parsePhoneNumberFromString(digits, { defaultCountry: country, extract: false }));
}

const valid = (number: PhoneNumber | undefined): PhoneNumber | undefined =>
  number?.isValid() === true ? number : undefined;

/** Mexico dropped the 1 before its mobile numbers in 2019; many systems still send it, and the library no longer reads it. */
const withoutOldForm = (digits: string): string =>
  digits.length === 13 && digits.startsWith('521') ? `52${digits.slice(3)}` : digits;

export const knownCountry = (country: string | undefined): CountryCode | undefined =>
  country !== undefined && isSupportedCountry(country) ? country : undefined;

export type { CountryCode, PhoneNumber };
