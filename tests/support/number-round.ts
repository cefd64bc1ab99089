import examples from 'libphonenumber-js/examples.mobile.json';
import {
  getExampleNumber,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import { digitsOf } from '../../shared/numbers/plain-text.ts';
import { readNumber, type NumberSettings } from '../../shared/numbers/read-number.ts';

/** Sixty countries of all continents, with and without a trunk prefix, with fixed and with open lengths. */
export const countries: readonly CountryCode[] = [
  ...(['NL', 'BE', 'DE', 'AT', 'CH', 'FR', 'GB', 'IE', 'ES', 'PT', 'IT', 'DK'] as const),
  ...(['SE', 'NO', 'FI', 'IS', 'PL', 'CZ', 'SK', 'HU', 'RO', 'BG', 'GR', 'TR'] as const),
  ...(['UA', 'RU', 'KZ', 'IL', 'AE', 'SA', 'EG', 'MA', 'NG', 'KE', 'ZA', 'CI'] as const),
  ...(['SN', 'GH', 'IN', 'PK', 'BD', 'LK', 'CN', 'HK', 'TW', 'JP', 'KR', 'SG'] as const),
  ...(['MY', 'TH', 'VN', 'ID', 'PH', 'AU', 'NZ', 'US', 'MX', 'BR', 'AR', 'CL'] as const),
];

export interface RoundResult {
  readonly countries: number;
  readonly numbers: number;
  /** Spellings that were read, each under the settings a source may have. */
  readonly spellings: number;
  readonly asTheNumber: number;
  /** Left as they came: there is more than one number they could be, or none. */
  readonly unchanged: number;
  readonly extensions: number;
  /** What became another number, or a number where it was none. */
  readonly wrong: readonly string[];
}

/** @param seed the same seed gives the same numbers */
export function numberRound(count: number, seed: number): RoundResult {
  const random = randomOf(seed);
  const wrong: string[] = [];
  const totals = { spellings: 0, asTheNumber: 0, unchanged: 0, extensions: 0 };
  for (let index = 0; index < count; index += 1) {
    const country = pick(countries, random);
    const number = randomNumber(country, random);
    for (const [text, settings] of spellings(number, country, pick(countries, random))) {
      totals.spellings += 1;
      const read = readNumber(text, settings);
      if (read === number.number) totals.asTheNumber += 1;
      else if (read === text) totals.unchanged += 1;
      else wrong.push(`${text} ${JSON.stringify(settings)}: ${read}, not ${number.number}`);
    }
    const extension = randomDigits(2 + Math.floor(random() * 6), random);
    for (const settings of settingsOf(country)) {
      totals.extensions += 1;
      const read = readNumber(extension, settings);
      if (read !== extension) wrong.push(`${extension} ${JSON.stringify(settings)}: ${read}`);
    }
  }
  return { countries: countries.length, numbers: count, ...totals, wrong };
}

const settingsOf = (country: CountryCode): NumberSettings[] => [
  { country },
  { country, outsideLine: '9' },
  { country, internationalWithoutPlus: true },
  { country, internationalWithoutPlus: true, outsideLine: '9' },
];

function* spellings(
  number: PhoneNumber,
  home: CountryCode,
  abroad: CountryCode,
): Generator<[text: string, settings: NumberSettings]> {
  const international = number.number.slice(1);
  const national = number.formatNational();
  const spaced = number.formatInternational().slice(1);
  const dialled = [national, digitsOf(national), `9${digitsOf(national)}`, `9 ${national}`];
  for (const settings of [...settingsOf(home), ...settingsOf(abroad)]) {
    yield [international, settings];
    yield [spaced, settings];
    yield [spaced.replace(/ (\d+)/, ' ($1)'), settings];
    yield [`00${international}`, settings];
    yield [`900${international}`, settings];
    if (settings.outsideLine !== undefined) yield [`9${international}`, settings];
  }
  for (const text of dialled) {
    yield [text, { country: home }];
    yield [text, { country: home, outsideLine: '9' }];
  }
}

/** A valid number of a country: of the kind of its example, or of any other. */
function randomNumber(country: CountryCode, random: () => number): PhoneNumber {
  const example = getExampleNumber(country, examples);
  if (example === undefined) throw new Error(`no example of ${country}`);
  const { nationalNumber, countryCallingCode } = example;
  for (let attempt = 0; attempt < 2_000; attempt += 1) {
    const kept = nationalNumber.slice(0, Math.floor(random() * 4));
    const length = nationalNumber.length - kept.length + Math.floor(random() * 4) - 2;
    const text = `+${countryCallingCode}${kept}${randomDigits(Math.max(length, 1), random)}`;
    const number = parsePhoneNumberFromString(text);
    if (number?.isValid() === true && number.country === country && number.number === text) {
      return number;
    }
  }
  return example;
}

const pick = <T>(list: readonly T[], random: () => number): T => {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

const randomDigits = (length: number, random: () => number): string =>
  Array.from({ length }, () => Math.floor(random() * 10)).join('');

/** Mulberry32: small, and the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
