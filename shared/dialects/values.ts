import {
  parsePhoneNumberFromString,
  type CountryCode,
  isSupportedCountry,
} from 'libphonenumber-js';
import { DateTime } from 'luxon';
import { callFieldCatalogue, type CallFieldName } from '../model/call-fields.ts';
import type { Feed } from '../model/feed.ts';

/** A number as E.164 and a time as an instant, by the type of the field; else the text as it is. */
export function readableValue(name: CallFieldName, raw: string, feed: Feed): string {
  switch (callFieldCatalogue[name].type) {
    case 'phone':
      return toE164(raw, feed.country) ?? raw;
    case 'instant':
      return toInstant(raw, feed.timeZone) ?? raw;
    default:
      return raw;
  }
}

/**
 * A number as E.164 (`+31201234567`); undefined where it is none (a SIP account, an extension, a masked
 * number), which then stays as it came.
 */
export function toE164(text: string, country: string | undefined): string | undefined {
  const known = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const number = parsePhoneNumberFromString(text, ...countryArgument(known));
  return number?.isPossible() === true && /^[+\d\s().-]+$/.test(text) ? number.number : undefined;
}

const countryArgument = (country: CountryCode | undefined): [CountryCode] | [] =>
  country === undefined ? [] : [country];

/** Where providers write times without a zone. */
const localFormats = [
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd',
  'dd.MM.yyyy HH:mm:ss',
  'dd.MM.yyyy HH:mm',
  'dd.MM.yyyy',
];

/**
 * A time as an ISO 8601 instant in UTC. Reads epoch seconds and milliseconds, ISO 8601, and local times in
 * the feed's zone; undefined where it is none of these.
 */
export function toInstant(text: string, zone: Feed['timeZone']): string | undefined {
  const time = parseTime(text.trim(), zone === 'IST' ? 'Asia/Kolkata' : (zone ?? 'UTC'));
  return time?.toUTC().toISO({ suppressMilliseconds: true }) ?? undefined;
}

function parseTime(text: string, zone: string): DateTime | undefined {
  if (/^\d{9,11}(\.\d+)?$/.test(text)) return DateTime.fromSeconds(Number(text));
  if (/^\d{12,14}$/.test(text)) return DateTime.fromMillis(Number(text));
  const tries = [
    () => (text.includes('T') ? DateTime.fromISO(text, { zone }) : undefined),
    ...localFormats.map((format) => () => DateTime.fromFormat(text, format, { zone })),
  ];
  for (const attempt of tries) {
    const time = attempt();
    if (time?.isValid === true) return time;
  }
  return undefined;
}
