/** What JSON.parse does not say of a text. */
export interface JsonScan {
  /** The text with the numbers quoted whose digits a double cannot keep. */
  readonly text: string;
  /** Where the first of them is. */
  readonly longNumber: number | undefined;
  /** Names of members, each counted as often as it is written. */
  readonly names: number;
}

/**
 * Reads a JSON text once from left to right, in time that grows with its length and no faster: a megabyte takes some
 * milliseconds. A text that is no JSON is left to JSON.parse to refuse.
 */
export function scanJson(text: string): JsonScan {
  const parts: string[] = [];
  let copied = 0;
  let names = 0;
  let longNumber: number | undefined;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfString(text, at);
      if (text.charCodeAt(afterSpace(text, at)) === colon) names += 1;
    } else if (code === minus || isDigit(code)) {
      const end = endOfNumber(text, at);
      if (!isKept(text.slice(at, end))) {
        parts.push(text.slice(copied, at), `"${text.slice(at, end)}"`);
        copied = end;
        longNumber ??= at;
      }
      at = end;
    } else at += 1;
  }
  if (longNumber === undefined) return { text, longNumber, names };
  return { text: parts.join('') + text.slice(copied), longNumber, names };
}

const quote = 0x22;
const colon = 0x3a;
const minus = 0x2d;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const inNumber = (code: number): boolean =>
  isDigit(code) || code === minus || code === 0x2b || code === 0x2e || (code | 0x20) === 0x65;
const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** Behind the closing quote; the end of the text where there is none. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end + 1;
}

/** Behind an odd number of backslashes. Each run of them is read for one quote only. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === 0x5c) first -= 1;
  return (at - first) % 2 === 1;
}

function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && inNumber(text.charCodeAt(end))) end += 1;
  return end;
}

function afterSpace(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** As JSON writes numbers. */
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Whether a double keeps what was sent; also of what is no number, which JSON.parse refuses. */
function isKept(digits: string): boolean {
  if (digits.length < 16 && !/[eE]/.test(digits)) return true;
  const number = Number(digits);
  const isWhole = /^-?\d+$/.test(digits);
  if (isWhole ? Number.isSafeInteger(number) : Number.isFinite(number)) return true;
  return !jsonNumber.test(digits);
}
