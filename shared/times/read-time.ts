import { DateTime } from 'luxon';
import type { Feed } from '../model/feed.ts';

/** What a source's settings say of its times. */
export type TimeSettings = Pick<Feed, 'timeZone' | 'timeFormat'>;

/** Longer than any way to write a time; nothing longer meets a pattern. */
const longest = 64;

/** No call was recorded before this by a system still in use: what says so has no clock, or is no time. */
const earliest = Date.UTC(1990, 0, 1);
/** Nor after this. A time of an event is held to a closer limit, see eventTime. */
const latest = Date.UTC(2100, 0, 1);

/**
 * A time in milliseconds since 1970; undefined where the text is none, or is before 1990 or after 2100. Reads the
 * source's own format, epoch in seconds, milliseconds, microseconds and nanoseconds, ISO 8601, SQL, RFC 2822,
 * digits alone (20190727094129) and `/Date(…)/`. What names no zone is in the source's, else in UTC.
 *
 * @param isTaken which times are believed instead
 */
export function readTime(
  text: string,
  settings: TimeSettings,
  isTaken = isBelievable,
): number | undefined {
  const given = text.trim();
  if (given === '' || given.length > longest) return undefined;
  const zone = zoneOf(settings);
  for (const read of [ownFormat(settings), epoch, instant, written]) {
    const time = read(given, zone);
    if (time !== undefined && isTaken(time)) return time;
  }
  return undefined;
}

/** Whether a time in milliseconds since 1970 is one of a call at all. */
export const isBelievable = (time: number): boolean => time >= earliest && time < latest;

/** As an ISO 8601 instant in UTC, milliseconds only where there are some. */
export function readInstant(text: string, settings: TimeSettings): string | undefined {
  const time = readTime(text, settings);
  if (time === undefined) return undefined;
  const instant = new Date(time).toISOString();
  return instant.endsWith('.000Z') ? `${instant.slice(0, -5)}Z` : instant;
}

/** Now, as a source with this format writes it; undefined where the zone is unknown. */
export function timeAs(format: string, timeZone: Feed['timeZone']): string | undefined {
  const now = DateTime.now().setZone(zoneOf({ timeZone }));
  return now.isValid ? now.toFormat(format, { locale: 'en-GB' }) : undefined;
}

type Reader = (text: string, zone: string) => number | undefined;

const zoneOf = ({ timeZone }: TimeSettings): string =>
  timeZone === 'IST' ? 'Asia/Kolkata' : (timeZone ?? 'UTC');

const ownFormat =
  ({ timeFormat }: TimeSettings): Reader =>
  (text, zone) =>
    timeFormat === undefined
      ? undefined
      : timeOf(DateTime.fromFormat(text, timeFormat, { zone, locale: 'en-GB' }));

const timeOf = (time: DateTime): number | undefined => (time.isValid ? time.toMillis() : undefined);

/** Of a number without its fraction: how many to the second. 9 digits were seconds until 2001. */
const perSecond: Readonly<Record<number, number>> = {
  ...{ 9: 1, 10: 1, 12: 1e3, 13: 1e3, 15: 1e6, 16: 1e6, 18: 1e9, 19: 1e9 },
};

function epoch(text: string): number | undefined {
  const number = plainNumber(ofJson(text));
  const [whole = '', fraction = '0', ...others] = number.split('.');
  const unit = perSecond[whole.length];
  if (unit === undefined || others.length > 0 || !isDigits(whole) || !isDigits(fraction)) {
    return undefined;
  }
  const time = Math.floor((Number(number) * 1000) / unit);
  return time >= earliest ? time : undefined;
}

/** With a comma before the fraction, or an exponent: 1.564191689E9. */
function plainNumber(text: string): string {
  if (/^\d{1,2}(?:\.\d{1,20})?e\+?\d{1,2}$/i.test(text)) return String(Number(text));
  return /^\d{9,19},\d{1,9}$/.test(text) ? text.replace(',', '.') : text;
}

/** .NET writes `/Date(1564191689601+0300)/`; the offset changes nothing. */
function ofJson(text: string): string {
  const [start, end] = ['/Date(', ')/'];
  if (!text.startsWith(start) || !text.endsWith(end)) return text;
  const inner = text.slice(start.length, -end.length);
  const offset = Math.max(inner.lastIndexOf('+'), inner.lastIndexOf('-'));
  return offset > 0 ? inner.slice(0, offset) : inner;
}

const isDigits = (text: string): boolean => /^\d+$/.test(text);

const instantForm = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * ISO 8601 with its zone, as nearly every system writes an instant: read a hundred times as fast as by the library, on a feed
 * of a thousand events a second. A day that its month does not have is left to the library, which refuses it.
 */
function instant(text: string): number | undefined {
  const date = instantForm.exec(text)?.[1];
  if (date === undefined) return undefined;
  const midnight = Date.parse(date);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date)) {
    return undefined;
  }
  const time = Date.parse(text.replace(',', '.'));
  return Number.isNaN(time) ? undefined : time;
}

/** Formats of digits alone, by their length. */
const compact: Readonly<Record<number, string>> = {
  8: 'yyyyMMdd',
  12: 'yyyyMMddHHmm',
  14: 'yyyyMMddHHmmss',
  17: 'yyyyMMddHHmmssSSS',
};

const localFormats = [
  ...['yyyy/MM/dd HH:mm:ss', 'yyyy/MM/dd HH:mm:ss.SSS', 'yyyy/MM/dd', 'yyyy-MM-dd H:mm:ss'],
  ...['dd.MM.yyyy HH:mm:ss', 'dd.MM.yyyy, HH:mm:ss', 'dd.MM.yyyy HH:mm', 'dd.MM.yyyy'],
  'yyyyMMddHHmmss.SSS',
];
/** Of programs that print their own dates: with a zone, or in the source's. */
const printedFormats = [
  'EEE, dd-MMM-yyyy HH:mm:ss',
  'EEE MMM d HH:mm:ss yyyy',
  'EEE MMM d yyyy HH:mm:ss',
];

/** `Sat Jul 27 01:41:29 UTC 2019`, `… GMT`, `… GMT+0000 (Coordinated Universal Time)`. */
function withoutUtc(text: string): { readonly plain: string; readonly isUtc: boolean } {
  const plain = text
    .replace(/ \([A-Za-z ]{1,40}\)$/, '')
    .replace(/ (?:UTC|GMT)(?:[+-]0000)?(?= |$)/, '')
    .replace(/ {2,}/g, ' ');
  return { plain, isUtc: plain.length < text.length };
}

function written(text: string, zone: string): number | undefined {
  if (isDigits(text)) {
    const format = compact[text.length];
    return format === undefined ? undefined : timeOf(DateTime.fromFormat(text, format, { zone }));
  }
  for (const attempt of readersOf(text, zone)) {
    const time = timeOf(attempt());
    if (time !== undefined) return time;
  }
  return undefined;
}

/** Only those that the beginning of the text allows: each of them costs. */
function readersOf(text: string, zone: string): readonly (() => DateTime)[] {
  const options = { zone };
  const mail = (): DateTime => DateTime.fromRFC2822(text.replace(/ UTC$/, ' GMT'), options);
  if (!/^\d/.test(text)) {
    const { plain, isUtc } = withoutUtc(text);
    const asPrinted = { zone: isUtc ? 'UTC' : zone, locale: 'en-GB' };
    const printed = printedFormats.map(
      (format) => () => DateTime.fromFormat(plain, format, asPrinted),
    );
    return [...printed, mail];
  }
  const local = localFormats.map((format) => () => DateTime.fromFormat(text, format, options));
  // A clock alone would be read as that of today.
  const isDated = /^\d{4}-\d\d-\d\d|^\d{8}T/.test(text);
  return isDated
    ? [() => DateTime.fromISO(text, options), () => DateTime.fromSQL(text, options), ...local]
    : [mail, ...local];
}
