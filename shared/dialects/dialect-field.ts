import { callFieldCatalogue, type CallFieldName } from '../model/call-fields.ts';
import type { DialectField } from './dialect.ts';

/** A provider's value that lands in a call field; it means what the field does unless another meaning is given. */
export const mapsTo = (name: string, to: CallFieldName, meaning?: string): DialectField => ({
  name,
  to,
  ...(meaning !== undefined && { meaning }),
  example: callFieldCatalogue[to].example,
});

/** A provider's value without a call field: kept under ext. */
export const keptInExt = (name: string, meaning: string): DialectField => ({ name, meaning });
