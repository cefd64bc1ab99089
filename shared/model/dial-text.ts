import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { fail, ok, type Result } from '../result.ts';
import { message } from '../text/message.ts';
import { asciiDigits } from './ascii-digits.ts';

export interface Dialled {
  /** Digits, `*`, `#`, and a `+` in front. */
  readonly number: string;
  /** An extension or codes, their groups parted by a comma and a space; empty where there are none. */
  readonly then: string;
}

/** Characters: a written number with its extension is shorter, and no expression gets more to look at. */
const longestText = 120;
/** ITU-T E.164 allows 15; up to three more to leave the country. Codes with `*` and `#` may hold a number. */
const mostDigits = 18;
const mostInternational = 15;
const longestCode = 40;
/** Of each of two numbers that a slash parts: area codes are shorter. */
const wholeNumber = 6;

/** What people put between digits to make them easy to read. */
const separators =
  /[\s().\-/\\_~\u005b\u005d\u00b7\u2010-\u2015\u2022\u2027\u2043\u2044\u2212\u2215\u2219\u30fb\u30fc]/g;
/** An extension, in the languages that Ringcue speaks and their neighbours. */
const extension =
  /(?:[;,]\s{0,3}|[\s.\-(]|(?<=\d))(?:ext(?:ension|n)?|x|poste|toestel|tst|dahili|durchwahl|dw|app|nebenstelle)[.:=\s]{0,3}(?=[\d*#])/i;

/**
 * Reads a number as a page or a person writes it: full-width and Arabic digits, `(0)`, an extension, pauses,
 * letters as on the keys (1-800-FLOWERS).
 *
 * @returns a sentence where it is not certain what should be dialled
 */
export function readDialText(given: string): Result<Dialled> {
  const text = asciiDigits(given)
    .replace(/\p{Cf}/gu, '')
    .trim();
  if (!/\d/.test(text)) return fail(message('problem.dial.noNumber'));
  if (text.length > longestText) return fail(message('problem.dial.tooLong'));
  const { head, tail } = parted(text);
  if (isTwoNumbers(head)) return fail(message('problem.dial.twoNumbers'));
  const spelled = withKeys(withoutTrunk(head).replace(separators, ''));
  if (spelled === undefined || !isDialable(spelled)) {
    return fail(message('problem.dial.notANumber', { text: shown(given) }));
  }
  const { number, code } = withoutCode(spelled);
  // All digits may stand behind it: tel:+;ext=4.
  if (digitsIn(number) === 0)
    return fail(message('problem.dial.notANumber', { text: shown(given) }));
  if (isTooLong(number) || spelled.length > longestCode)
    return fail(message('problem.dial.tooLong'));
  const then = groups(code + tail);
  return then === undefined
    ? fail(message('problem.dial.notANumber', { text: shown(given) }))
    : ok({ number, then });
}

/** The number, and what stands behind it: an extension, pauses with codes, parameters. */
function parted(text: string): { readonly head: string; readonly tail: string } {
  const named = extension.exec(text);
  const pause = /[;,]|(?<=[\d\s*#)])[pw]+(?=[\s\d*#])/i.exec(text);
  const ends = [named, pause].filter((found) => found !== null).sort((a, b) => a.index - b.index);
  const [end] = ends;
  if (end === undefined) return { head: text, tail: '' };
  const head = text.slice(0, end.index);
  const rest =
    end === named ? `,${text.slice(end.index + named[0].length)}` : text.slice(end.index);
  return { head, tail: parameters(rest) };
}

/** RFC 3966 and 2806: of all parameters only these are dialled. A part without a name is a pause with codes. */
const parameters = (text: string): string =>
  text
    .split(';')
    .map((part) => {
      const [, name, value = ''] = /^\s*([a-z-]{1,40})\s*=(.*)$/i.exec(part) ?? [];
      if (name === undefined) return part;
      return /^(ext|postd)$/i.test(name) ? value : '';
    })
    .join(',');

/** "2, 32288696#": what is left of pauses; undefined where there is anything else in it. */
function groups(tail: string): string | undefined {
  const bare = tail.replace(separators, '').replace(/(?:ext|x)[.:=]?(?=\d)/gi, ',');
  if (!/^[\d*#,;pw]*$/i.test(bare) || bare.length > longestCode) return undefined;
  return bare
    .split(/[,;pw]+/i)
    .filter((group) => group !== '')
    .join(', ');
}

const digitsIn = (text: string): number => text.replace(/\D/g, '').length;

/** "020 1234567 / 020 7654321": joined they would be a number that nobody meant. */
const isTwoNumbers = (text: string): boolean =>
  text.split(/[/\\]/).filter((part) => digitsIn(part) >= wholeNumber).length > 1;

/** The 0 of "+49 (0) 30" is for calls within the country; Italy's is always dialled. */
function withoutTrunk(text: string): string {
  const isMarked = /^(?:\+|00)[^(]{1,20}\(0?\d?\)/.test(text.replace(/\s/g, ''));
  if (!isMarked) return text;
  const international = text.replace(/^\s*00/, '+').replace(separators, '');
  if (!/^\+\d+$/.test(international)) return text;
  const known = parsePhoneNumberFromString(international);
  if (known?.isValid() === true) {
    return /^\s*00/.test(text) ? known.number.replace('+', '00') : known.number;
  }
  return /^\s*(?:\+|00)\s*39/.test(text) ? text : text.replace(/\(\s*0\s*\)/, '');
}

const keys = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'] as const;

/** Numbers that are made up of words have such a beginning; with any other, letters are a remark. */
const wordNumber = /^(?:\+?\d{1,3}|0)?(?:[89]\d\d|300)[a-z]{3}[a-z\d]{0,9}$/i;
const shortestWordNumber = 8;

/** Letters as the keys that they are on; undefined where they are none. */
function withKeys(bare: string): string | undefined {
  if (!/[a-z]/i.test(bare)) return bare;
  if (!wordNumber.test(bare) || digitsIn(bare) + lettersIn(bare) < shortestWordNumber) {
    return undefined;
  }
  return bare.replace(/[a-z]/gi, (letter) =>
    String(keys.findIndex((key) => key.includes(letter.toLowerCase())) + 2),
  );
}

const lettersIn = (text: string): number => text.replace(/[^a-z]/gi, '').length;

/** A `+` stands in front, or behind a code that hides the caller (#31#+31…). */
function isDialable(bare: string): boolean {
  if (!/^[\d*#+]+$/.test(bare)) return false;
  const plus = bare.lastIndexOf('+');
  if (plus !== bare.indexOf('+')) return false;
  return plus <= 0 || /[*#]/.test(bare[plus - 1] ?? '');
}

/** Behind an international number a `#` or `*` begins what is entered later. */
function withoutCode(bare: string): { readonly number: string; readonly code: string } {
  const from = bare.indexOf('+');
  const length = from < 0 ? -1 : bare.slice(from).search(/[*#]/);
  if (length < 0) return { number: bare, code: '' };
  const code = bare.slice(from + length);
  return {
    number: bare.slice(0, from + length),
    code: /\d/.test(code) ? `,${code.replace(/^#(?=\d)/, '')}` : '',
  };
}

function isTooLong(number: string): boolean {
  if (number.includes('+')) return digitsIn(number.slice(number.indexOf('+'))) > mostInternational;
  return !/[*#]/.test(number) && number.length > mostDigits;
}

/** A link may hold anything: of what is no number an agent sees the beginning. */
const shown = (text: string): string => {
  const clean = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return clean.length > 40 ? `${clean.slice(0, 40)}…` : clean;
};
