import type { CallFieldName } from '../model/call-fields.ts';
import type { Feed } from '../model/feed.ts';
import { foldText } from '../text/fold-text.ts';
import { readAddress } from './read-address.ts';
import { sameNumber } from './same-number.ts';

/** What systems and carriers send in place of a number, by its letters alone and without accents. */
const words: ReadonlySet<string> = new Set([
  ...['anonymous', 'anonymouscaller', 'restricted', 'unavailable', 'notavailable', 'blocked'],
  ...['private', 'privatenumber', 'privatecaller', 'withheld', 'numberwithheld', 'nocallerid'],
  ...['withheldnumber', 'calleridwithheld', 'hidden', 'hiddennumber', 'outofarea', 'clir'],
  ...['unknown', 'unknowncaller', 'unknownnumber', 'callerblocked', 'calleridblocked'],
  ...['unavailablenumber', 'assertedidentityunknown', 'none', 'null', 'undefined', 'na'],
  // Dutch, Turkish, German
  ...['onbekend', 'onbekendnummer', 'anoniem', 'afgeschermd', 'prive', 'privenummer'],
  ...['bilinmeyen', 'bilinmeyennumara', 'gizli', 'gizlinumara', 'numaragizli', 'ozelnumara'],
  ...['unbekannt', 'anonym', 'privat', 'unterdruckt', 'unterdrueckt'],
  // Spanish, French, Italian, Portuguese
  ...['desconocido', 'anonimo', 'oculto', 'numerooculto', 'inconnu', 'numeromasque', 'masque'],
  ...['numeroprive', 'sconosciuto', 'desconhecido'],
]);

/** ANONYMOUS, RESTRICTED and UNAVAILABLE on a telephone's keys, also with a 0 or a + in front. */
const keyed: ReadonlySet<string> = new Set(['266696687', '7378742833', '86282452253']);
/** No digit that dials anything. A single 0 is the operator, and 000 an emergency call in Australia. */
const noNumber = /^(?:0{4,}|[-–—_.*?\s]+)$/;

/** Whether a text says that there is no number, or is empty. */
export function isWithheld(text: string, { country, withheldNumbers = [] }: Feed): boolean {
  const { user, host } = readAddress(text);
  if (user === '' || host === 'anonymous.invalid' || isWithheldWord(user)) return true;
  if (noNumber.test(user) || keyed.has(user.replace(/^[+0]+/, ''))) return true;
  return withheldNumbers.some((number) => sameNumber(number, user, country));
}

/** Whether a text is nothing but one of the words for it, in any spelling: `Anonymous`, `no caller-ID`. */
export const isWithheldWord = (text: string): boolean =>
  words.has(foldText(text).replace(/[^a-z0-9]/g, ''));

/** Where the number of whoever calls may be. */
export const callerFields = ['callerNumber', 'customerNumber', 'customerNumberIntl'] as const;

type Fields = Readonly<Partial<Record<CallFieldName, string>>>;

export const hasCallerNumber = (fields: Fields): boolean =>
  callerFields.some((name) => (fields[name] ?? '') !== '');

/** Whether the number is withheld, and nothing came later to say it. */
export const isWithheldCall = (fields: Fields): boolean =>
  fields.withheld === 'true' && !hasCallerNumber(fields);
