import type { CallData } from '../model/call-fields.ts';
import { formattedField, type DateStyle } from './format-value.ts';
import type { TokenText } from './token-text.ts';

/** What to send for a token without a value: nothing, null, or not even its name. */
export const unsetChoices = ['empty', 'null', 'drop'] as const;
export type WhenUnset = (typeof unsetChoices)[number];

export interface FillSettings {
  readonly call: CallData;
  readonly dates: DateStyle;
  readonly whenUnset: WhenUnset;
}

/** The text with its tokens filled; undefined where it is one token without a value. */
export function fillText(
  parts: TokenText,
  settings: Pick<FillSettings, 'call' | 'dates'>,
  encode: (value: string) => string = (value) => value,
): string | undefined {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && typeof only !== 'string') {
    const value = formattedField(settings.call, only, settings.dates);
    return value === undefined ? undefined : encode(value);
  }
  return parts
    .map((part) =>
      typeof part === 'string'
        ? part
        : encode(formattedField(settings.call, part, settings.dates) ?? ''),
    )
    .join('');
}
