import { DateTime } from 'luxon';
import {
  callFieldCatalogue,
  isCallFieldName,
  type CallData,
  type FieldRef,
} from '../model/call-fields.ts';
import { readField } from '../model/read-field.ts';
import { wellFormed } from '../well-formed.ts';

/** default: 2021-08-09 17:58:44; epoch: seconds since 1970; iso: 2021-08-09T17:58:44+05:30. */
export const dateFormats = ['default', 'epoch', 'iso'] as const;
export type DateFormat = (typeof dateFormats)[number];

export interface DateStyle {
  readonly format: DateFormat;
  /** An IANA zone, or `IST`, which is India's where Acefone says so. */
  readonly zone: string;
}

export const ianaZone = (zone: string): string => (zone === 'IST' ? 'Asia/Kolkata' : zone);

/** Whether there is such a zone. */
export const isTimeZone = (zone: string): boolean =>
  DateTime.fromMillis(0, { zone: ianaZone(zone) }).isValid;

/** A call's value as a webhook sends it; undefined where the call does not carry it. */
export function formattedField(
  call: CallData,
  field: FieldRef,
  dates: DateStyle,
): string | undefined {
  const value = readField(call, field);
  if (value === undefined) return undefined;
  const isInstant = isCallFieldName(field) && callFieldCatalogue[field].type === 'instant';
  return wellFormed(isInstant ? formatInstant(value, dates) : value);
}

/** An instant in ISO 8601 in the wanted form. Other texts stay unchanged. */
export function formatInstant(text: string, { format, zone }: DateStyle): string {
  const time = DateTime.fromISO(text, { zone: 'UTC' });
  if (!time.isValid) return text;
  const local = time.setZone(ianaZone(zone));
  switch (format) {
    case 'default':
      return local.toFormat('yyyy-MM-dd HH:mm:ss');
    case 'epoch':
      return String(Math.floor(local.toSeconds()));
    case 'iso':
      return local.toISO({ suppressMilliseconds: true }) ?? text;
  }
}
