import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { DateTime } from 'luxon';
import {
  callFieldCatalogue,
  isCallFieldName,
  type CallData,
  type FieldRef,
} from '../model/call-fields.ts';
import { readField } from '../model/read-field.ts';
import { asReceived } from '../model/received-numbers.ts';
import { ownValue } from '../json/own-value.ts';
import { wellFormed } from '../well-formed.ts';

/** default: 2021-08-09 17:58:44; epoch: seconds since 1970; iso: 2021-08-09T17:58:44+05:30. */
export const dateFormats = ['default', 'epoch', 'iso'] as const;
export type DateFormat = (typeof dateFormats)[number];

/**
 * raw: a number as the phone system wrote it; e164: +31201234567; national: 0201234567, by the number's own country;
 * digits: all of them; last9: the last nine, which most countries' spellings of a number share.
 */
export const phoneFormats = ['raw', 'e164', 'national', 'digits', 'last9'] as const;
export type PhoneFormat = (typeof phoneFormats)[number];
/** iso: 2026-03-14T09:26:53Z; datetime: 2026-03-14 09:26:53; epoch: seconds since 1970; epochMs: milliseconds. */
export const timeFormats = ['iso', 'datetime', 'date', 'time', 'epoch', 'epochMs'] as const;
export const letterFormats = ['upper', 'lower'] as const;

/** How one value is written, where it is to be another way than usual: `{{callerNumber|national}}`. */
export const valueFormats = [...phoneFormats, ...timeFormats, ...letterFormats] as const;
export type ValueFormat = (typeof valueFormats)[number];
type TimeFormat = (typeof timeFormats)[number];

/** Formats that depend on the time zone. */
const zonedFormats: ReadonlySet<string> = new Set(['iso', 'datetime', 'date', 'time']);
export const isZonedFormat = (format: ValueFormat | undefined): boolean =>
  format !== undefined && zonedFormats.has(format);

const isTimeFormat = (format: ValueFormat): format is TimeFormat =>
  timeFormats.some((known) => known === format);

export interface DateStyle {
  /** Undefined: instants stay as the call has them. */
  readonly format?: DateFormat | undefined;
  /** An IANA zone, or `IST`, which is India's where Acefone says so. */
  readonly zone: string;
  /** How numbers are written; undefined: they stay as the call has them. */
  readonly numbers?: PhoneFormat | undefined;
}

export const ianaZone = (zone: string): string => (zone === 'IST' ? 'Asia/Kolkata' : zone);

/** Whether there is such a zone. */
export const isTimeZone = (zone: string): boolean =>
  DateTime.fromMillis(0, { zone: ianaZone(zone) }).isValid;

/** A call's value as it is sent; undefined where the call does not carry it, or its format leaves nothing of it. */
export function formattedField(
  call: CallData,
  { field, format }: { readonly field: FieldRef; readonly format?: ValueFormat | undefined },
  dates: DateStyle,
): string | undefined {
  const value = partOfInstant(call, field, dates) ?? readField(call, field);
  if (value === undefined) return undefined;
  const type = isCallFieldName(field) ? callFieldCatalogue[field].type : 'text';
  const wanted = format ?? (type === 'phone' ? dates.numbers : undefined);
  if (wanted !== undefined) {
    const written = writeAs(wanted, value, { call, zone: dates.zone });
    return written === '' ? undefined : wellFormed(written);
  }
  return wellFormed(type === 'instant' ? formatInstant(value, dates) : value);
}

/** The fields that are a part of another: every source that gives an instant has its day and its time, too. */
const parts: Readonly<Record<string, readonly [of: FieldRef, part: 'date' | 'time']>> = {
  callStartDate: ['callStart', 'date'],
  callStartClock: ['callStart', 'time'],
  callEndDate: ['callEnd', 'date'],
  callEndClock: ['callEnd', 'time'],
};

/** A date or a time of day in the wanted form; as the source writes it where no form is wanted. */
function partOfInstant(call: CallData, field: FieldRef, style: DateStyle): string | undefined {
  const [of, part] = ownValue(parts, field) ?? [];
  if (of === undefined || part === undefined) return undefined;
  const given = readField(call, field);
  if (style.format === undefined && given !== undefined) return undefined;
  const time = readInstant(readField(call, of) ?? '')?.setZone(ianaZone(style.zone));
  if (time === undefined) return undefined;
  if (style.format === 'epoch') return String(Math.floor(time.toSeconds()));
  const clock = style.format === 'iso' ? 'HH:mm:ssZZ' : patterns.time;
  return time.toFormat(part === 'date' ? patterns.date : clock);
}

/** No number and no time is longer; longer values are not worth reading. */
const longestReadable = 64;

/** A format that needs a number or a time leaves any other value unchanged. */
function writeAs(
  format: ValueFormat,
  value: string,
  { call, zone }: { readonly call: CallData; readonly zone: string },
): string {
  if (isTimeFormat(format)) return writeTime(format, value, zone);
  switch (format) {
    case 'raw':
      return asReceived(call.ext, value);
    case 'e164':
      return readNumber(value)?.number ?? value;
    case 'national': {
      const national = readNumber(value)?.formatNational();
      return national === undefined ? value : digitsOf(national);
    }
    case 'digits':
      return digitsOf(value);
    case 'last9':
      return digitsOf(value).slice(-9);
    case 'upper':
      return value.toUpperCase();
    case 'lower':
      return value.toLowerCase();
  }
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** A number with its country code, without an extension behind it. */
function readNumber(text: string) {
  if (text.length > longestReadable) return undefined;
  const parsed = parsePhoneNumberFromString(text);
  return parsed?.isPossible() === true ? parsePhoneNumberFromString(parsed.number) : undefined;
}

const patterns = { datetime: 'yyyy-MM-dd HH:mm:ss', date: 'yyyy-MM-dd', time: 'HH:mm:ss' } as const;

function writeTime(format: TimeFormat, text: string, zone: string): string {
  const time = readInstant(text)?.setZone(ianaZone(zone));
  switch (format) {
    case 'iso':
      return time?.toISO({ suppressMilliseconds: true }) ?? text;
    case 'epoch':
      return time === undefined ? text : String(Math.floor(time.toSeconds()));
    case 'epochMs':
      return time === undefined ? text : String(time.toMillis());
    default:
      return time?.toFormat(patterns[format]) ?? text;
  }
}

function readInstant(text: string): DateTime<true> | undefined {
  if (text.length > longestReadable) return undefined;
  const time = DateTime.fromISO(text, { zone: 'UTC' });
  return time.isValid ? time : undefined;
}

/** An instant in ISO 8601 in the wanted form. Other texts stay unchanged. */
export function formatInstant(text: string, { format, zone }: DateStyle): string {
  if (format === undefined) return text;
  return writeTime(format === 'default' ? 'datetime' : format, text, zone);
}
