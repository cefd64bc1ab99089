import { callFieldCatalogue, type CallFieldName } from '../model/call-fields.ts';
import type { DialectField } from './dialect.ts';

/** A provider's value that lands in a call field; its meaning is the field's unless one is given. */
export const mapsTo = (name: string, to: CallFieldName, meaning?: string): DialectField => ({
  name,
  to,
  meaning: meaning ?? callFieldCatalogue[to].meaning,
  example: callFieldCatalogue[to].example,
});

/** A provider's value without a call field: kept under ext. */
export const keptInExt = (name: string, meaning: string): DialectField => ({ name, meaning });
