import { callFieldCatalogue, isCallFieldName } from '../model/call-fields.ts';
import {
  letterFormats,
  phoneFormats,
  timeFormats,
  valueFormats,
  type ValueFormat,
} from './format-value.ts';

/** The formats that make sense for a field; all of them for values that the catalogue does not know. */
export function formatsFor(field: string): readonly ValueFormat[] {
  if (!isCallFieldName(field)) return valueFormats;
  switch (callFieldCatalogue[field].type) {
    case 'phone':
      return phoneFormats;
    case 'instant':
      return timeFormats;
    default:
      return letterFormats;
  }
}

/** A format's name as a choice; undefined for none. */
export const formatNamed = (name: string | null): ValueFormat | undefined =>
  valueFormats.find((format) => format === name);
