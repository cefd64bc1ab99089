import type { Entry } from './connect-system.ts';

/** What stands in front of more parameters: `http://…/SECRET?` or `http://…/SECRET?token=…&`. */
const beforeParameters = (address: string): string => address + (address.includes('?') ? '&' : '?');

/** An entry's value with the address in it. */
export const filledEntry = ({ value }: Entry, address: string): string =>
  value === '{address}' ? address : value.replace('{address}', () => beforeParameters(address));

export const hasAddress = ({ value }: Entry): boolean => value.includes('{address}');
