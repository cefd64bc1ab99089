import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** international: +31 20 123 4567; national: the own countries' as 020 123 4567; e164: +31201234567. */
export const numberFormats = ['international', 'national', 'e164'] as const;
export type NumberFormat = (typeof numberFormats)[number];

/**
 * A telephone number as people want to read it. What is not a complete number (an extension, "anonymous")
 * stays as it is.
 *
 * @param number E.164, as events carry it where they can
 * @param own the countries whose numbers are shown without their country code, where the format says so
 */
export function displayNumber(
  number: string,
  format: NumberFormat,
  own: ReadonlySet<string>,
): string {
  if (format === 'e164') return number;
  const parsed = parsePhoneNumberFromString(number);
  if (parsed?.isValid() !== true) return number;
  return format === 'national' && own.has(parsed.country ?? '')
    ? parsed.formatNational()
    : parsed.formatInternational();
}
