import { digitsOf } from './plain-text.ts';

/** The letters on a telephone's keys. */
const keys = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

/** Free and shared-cost ranges, the only ones whose numbers are written with letters. */
const lettered = ['800', '888', '877', '866', '855', '844', '833', '0800', '1300', '1800', '900'];

/** Digits of a number written with letters (1-800-FLOWERS); undefined where it is none. */
export function vanityNumber(text: string): string | undefined {
  const first = text.search(/[A-Z]/);
  if (first === -1) return undefined;
  const area = digitsOf(text.slice(0, first));
  if (!lettered.some((start) => area.endsWith(start))) return undefined;
  return text.replace(/[A-Z]/g, keyOf);
}

const keyOf = (letter: string): string =>
  String(keys.findIndex((letters) => letters.includes(letter)) + 2);

const marks = [
  ...['extension', 'ext', 'toestel', 'dahili', 'durchwahl', 'dw', 'poste', 'interno', 'x'],
  ...['#', ','],
];
const mostExtension = 7;
const leastNumber = 7;

/** `+1 202 555 0143 ext. 12`: the number alone. */
export function withoutExtension(text: string): string {
  let end = text.length;
  while (end > 0 && isDigit(text[end - 1])) end -= 1;
  const length = text.length - end;
  if (length === 0 || length > mostExtension) return text;
  let head = text.slice(0, end).toLowerCase();
  while (['.', ':', '=', ' '].includes(head.at(-1) ?? '')) head = head.slice(0, -1);
  const mark = marks.find((name) => head.endsWith(name));
  if (mark === undefined) return text;
  const number = text.slice(0, head.length - mark.length).trim();
  return digitsOf(number).length >= leastNumber ? number : text;
}

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';
