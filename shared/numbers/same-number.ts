import { digitsOf } from './plain-text.ts';
import { readAddress } from './read-address.ts';
import { toE164 } from './read-number.ts';
import { internationalNumber, knownCountry, nationalNumber } from './valid-number.ts';

/** Digits that two spellings of one number always share at their end. */
const sharedEnd = 4;

/**
 * Whether two texts are one telephone number: their digits are equal, or one is international and the other is
 * its national form (+31 20 123 4567 and 020 123 4567). With a country, national forms of that country are read
 * first. False where there is doubt, and for what is no number.
 *
 * @param country ISO 3166, in capitals
 */
export const sameNumber = (a: string, b: string, country?: string): boolean =>
  sameNumberAs(a, country)(b);

/** The same for one number and many others: what is known of the one is worked out once. */
export function sameNumberAs(text: string, country?: string): (other: string) => boolean {
  const one = dialledDigits(text);
  if (one === undefined) return () => false;
  const end = one.digits.slice(-sharedEnd);
  return (other) => {
    // Thousands of rules may be asked about one call: most are told apart by their last digits.
    const two = dialledDigits(other);
    if (two?.digits.slice(-sharedEnd) !== end) return false;
    if (one.digits === two.digits) return true;
    const settings = country === undefined ? {} : { country };
    const [first, second] = [toE164(text, settings), toE164(other, settings)];
    if (first !== undefined && second !== undefined) return first === second;
    return (
      isNationalFormOf(one, two, country) ||
      isNationalFormOf(two, one, country) ||
      isSameAtHome(one, two, country)
    );
  };
}

interface Dialled {
  /** Without `+` or 00. */
  readonly digits: string;
  readonly isInternational: boolean;
}

const numberOnly = /^[+\d ().\-/]*$/;

/** Undefined for a text that is no number. */
function dialledDigits(text: string): Dialled | undefined {
  const user = numberOnly.test(text) ? text.trim() : readAddress(text).user;
  if (!numberOnly.test(user)) return undefined;
  const isPlus = user.startsWith('+');
  const digits = digitsOf(isPlus ? user.replace('(0)', '') : user);
  const isAbroad = !isPlus && digits.startsWith('00');
  const bare = isAbroad ? digits.slice(2) : digits;
  return bare === '' ? undefined : { digits: bare, isInternational: isPlus || isAbroad };
}

function isNationalFormOf(national: Dialled, one: Dialled, country: string | undefined): boolean {
  if (!one.isInternational || national.isInternational) return false;
  if (nationalForms(one.digits).includes(national.digits)) return true;
  const home = knownCountry(country);
  // Read alone it could be a number of two countries; beside the other there is no doubt.
  return home !== undefined && nationalNumber(national.digits, home)?.number === `+${one.digits}`;
}

/** 09280000001 and 9280000001: both are dialled in the country, and reach the same. */
function isSameAtHome(one: Dialled, two: Dialled, country: string | undefined): boolean {
  const home = knownCountry(country);
  if (home === undefined || one.isInternational || two.isInternational) return false;
  const number = nationalNumber(one.digits, home)?.number;
  return number !== undefined && number === nationalNumber(two.digits, home)?.number;
}

/** How a number is dialled in its own country; empty where it is none. @param digits with the country code */
export function nationalForms(digits: string): string[] {
  const number = internationalNumber(digits);
  return number === undefined ? [] : [digitsOf(number.formatNational())];
}
