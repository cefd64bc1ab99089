import type { CallFieldName } from '../model/call-fields.ts';
import type { Feed } from '../model/feed.ts';
import { readAddress } from './read-address.ts';
import { sameNumber } from './same-number.ts';

/** What systems and carriers send in place of a number, by its letters alone. */
const words: ReadonlySet<string> = new Set([
  ...['anonymous', 'anonymouscaller', 'restricted', 'unavailable', 'notavailable', 'blocked'],
  ...['private', 'privatenumber', 'privatecaller', 'withheld', 'numberwithheld', 'nocallerid'],
  ...['unknown', 'unknowncaller', 'unknownnumber', 'callerblocked', 'calleridblocked'],
  ...[
    'onbekend',
    'anoniem',
    'afgeschermd',
    'bilinmeyen',
    'gizli',
    'gizlinumara',
    'unbekannt',
    'anonym',
  ],
]);

/** ANONYMOUS on a telephone's keys, also with a 0 or a + in front. */
const keyed = '266696687';

/** Whether a text says that there is no number, or is empty. */
export function isWithheld(text: string, { country, withheldNumbers = [] }: Feed): boolean {
  const { user, host } = readAddress(text);
  if (user === '' || host === 'anonymous.invalid' || isWithheldWord(user)) return true;
  if (user.replace(/^[+0]+/, '') === keyed) return true;
  return withheldNumbers.some((number) => sameNumber(number, user, country));
}

/** Whether a text is nothing but one of the words for it, in any spelling: `Anonymous`, `no caller-ID`. */
export const isWithheldWord = (text: string): boolean =>
  words.has(text.toLowerCase().replace(/[^a-z0-9]/g, ''));

/** Where the number of whoever calls may be. */
export const callerFields = ['callerNumber', 'customerNumber', 'customerNumberIntl'] as const;

type Fields = Readonly<Partial<Record<CallFieldName, string>>>;

export const hasCallerNumber = (fields: Fields): boolean =>
  callerFields.some((name) => (fields[name] ?? '') !== '');

/** Whether the number is withheld, and nothing came later to say it. */
export const isWithheldCall = (fields: Fields): boolean =>
  fields.withheld === 'true' && !hasCallerNumber(fields);
