import { getCountryCallingCode } from 'libphonenumber-js/max';
import type { Feed } from '../model/feed.ts';
import { digitsOf } from './plain-text.ts';
import { readAddress, type Address } from './read-address.ts';
import {
  internationalNumber,
  knownCountry,
  nationalNumber,
  type CountryCode,
  type PhoneNumber,
} from './valid-number.ts';
import { vanityNumber, withoutExtension } from './vanity.ts';

/** What a source's settings say of its numbers. */
export type NumberSettings = Pick<
  Feed,
  'country' | 'internationalWithoutPlus' | 'outsideLine' | 'extensionLengths'
>;

/** Digits of an internal number, where the settings name none. */
export const usualExtensionLengths: readonly number[] = [2, 3, 4, 5, 6, 7];
export const longestExtension = 7;

/**
 * A telephone number as E.164 (`+31201234567`) where it is one beyond doubt, an account of digits without its
 * address (`sip:1001@pbx` is 1001), else the text as it came.
 */
export function readNumber(text: string, settings: NumberSettings): string {
  const address = readAddress(text);
  return toE164Address(address, settings) ?? bareAccount(text, address) ?? text;
}

/** A number as E.164; undefined where it is none, or could be two. */
export const toE164 = (text: string, settings: NumberSettings): string | undefined =>
  toE164Address(readAddress(text), settings);

function toE164Address({ user }: Address, settings: NumberSettings): string | undefined {
  const country = knownCountry(settings.country);
  const lengths = settings.extensionLengths ?? usualExtensionLengths;
  const known = { ...settings, country, lengths };
  const given = withoutExtension(user);
  const number = vanityNumber(given) ?? given;
  if (!isWrittenNumber(number)) return undefined;
  return number.startsWith('+')
    ? withPlus(number)
    : agreed(readings(digitsOf(number), known, true));
}

/** `+44 (0)20 …`: the zero belongs to the number in few countries, as in Italy. */
function withPlus(written: string): string | undefined {
  const spellings = new Set([digitsOf(written), digitsOf(written.replace('(0)', ''))]);
  const found = [...spellings].map((one) => internationalNumber(one)?.number);
  return agreed(found.map((number) => ({ number, isBelieved: true })));
}

interface Reading {
  readonly number: string | undefined;
  /** False: possible, but nothing says so. It can only cast doubt on another reading. */
  readonly isBelieved: boolean;
}

/** The number that all readings give: one digit string can be a number in two countries, and then it is neither. */
function agreed(readings: Iterable<Reading>): string | undefined {
  const found = [...readings].filter(({ number }) => number !== undefined);
  const [first] = found;
  const isOne = found.every(({ number }) => number === first?.number);
  return isOne && found.some(({ isBelieved }) => isBelieved) ? first?.number : undefined;
}

interface KnownSettings extends Omit<NumberSettings, 'country'> {
  readonly country: CountryCode | undefined;
  readonly lengths: readonly number[];
}

/** A digit that many a PBX puts before the number for an outside line. */
const usualOutsideLine = '9';

function* readings(digits: string, settings: KnownSettings, isWhole: boolean): Generator<Reading> {
  const { lengths, outsideLine } = settings;
  if (lengths.includes(digits.length)) return;
  yield* internationalReadings(digits, settings, isWhole);
  yield* nationalReadings(digits, settings);
  const prefix = outsideLine ?? usualOutsideLine;
  if (!isWhole || !digits.startsWith(prefix)) return;
  for (const { number, isBelieved } of readings(digits.slice(prefix.length), settings, false)) {
    yield { number, isBelieved: isBelieved && outsideLine !== undefined };
  }
}

function* internationalReadings(
  digits: string,
  settings: KnownSettings,
  isWhole: boolean,
): Generator<Reading> {
  const { country, internationalWithoutPlus: isPlain = false } = settings;
  const code = country === undefined ? undefined : getCountryCallingCode(country);
  const isBelieved = isPlain || (code !== undefined && digits.startsWith(code));
  // What nobody can dial is no reason to doubt, unless an outside line is sure to be there at times.
  if (isWhole || isBelieved || settings.outsideLine !== undefined) {
    yield { number: internationalNumber(digits)?.number, isBelieved };
  }
  // 011 is how North America dials abroad; elsewhere it begins a national number.
  for (const prefix of code === '1' ? ['00', '011'] : ['00']) {
    if (!digits.startsWith(prefix)) continue;
    yield { number: internationalNumber(digits.slice(prefix.length))?.number, isBelieved: true };
  }
}

function* nationalReadings(digits: string, settings: KnownSettings): Generator<Reading> {
  const { country, internationalWithoutPlus: isPlain = false } = settings;
  // No country code begins with 0: such a number is dialled, whatever the settings say of the others.
  if (country === undefined || (isPlain && !digits.startsWith('0'))) return;
  const number = nationalNumber(digits, country);
  if (number !== undefined) yield { number: number.number, isBelieved: isWithArea(digits, number) };
}

/** The longest number that a town's people dial without its area code (digits). */
const longestLocal = 8;

/** False where the area code may be missing: what follows would be another number. */
const isWithArea = (digits: string, number: PhoneNumber): boolean =>
  digits !== number.nationalNumber ||
  digits.length > longestLocal ||
  digits === digitsOf(number.formatNational());

/** Four groups as of an internet address, which some systems send as the caller. */
const ipv4 = /^(\d|[1-9]\d|1\d\d|2[0-5]\d)(\.(\d|[1-9]\d|1\d\d|2[0-5]\d)){3}$/;

const isWrittenNumber = (text: string): boolean =>
  /^\+?[\d ().\-/]+$/.test(text) && !ipv4.test(text);

/** An account of digits by itself; undefined where the text is nothing else already. */
function bareAccount(text: string, { user, isWrapped }: Address): string | undefined {
  const isDialled = /^[\d+*#]+$/.test(user);
  return isDialled && (isWrapped || digitsOf(user) !== digitsOf(text)) ? user : undefined;
}
