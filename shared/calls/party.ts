import { sameNumber } from '../numbers/same-number.ts';
import { hasCallerNumber } from '../numbers/withheld.ts';
import type { RuleableEvent } from '../model/call-event.ts';
import { defined } from '../model/defined.ts';
import { callFieldNames, type CallData, type CallFieldName } from '../model/call-fields.ts';

/** The numbers of the two sides. */
const numberFields = [
  'callerNumber',
  'calledNumber',
  'customerNumber',
  'customerNumberIntl',
] as const satisfies readonly CallFieldName[];
type NumberField = (typeof numberFields)[number];

/** What is known of the person at the other side: it goes when that person does. */
const contactFields = [
  'contactId',
  'contactCrmId',
  'contactName',
  'contactFirstName',
  'contactMiddleName',
  'contactLastName',
] as const satisfies readonly CallFieldName[];

type Fields = Partial<Record<CallFieldName, string>>;

/** Extensions have up to this many digits, here and at every system we know. */
const longestExtension = 6;

const digitsOf = (number: string): string => number.replace(/\D/g, '');
const isInternal = (number: string): boolean =>
  !number.startsWith('+') && digitsOf(number).length <= longestExtension;

const isSameNumber = (a: string, b: string): boolean => a === b || sameNumber(a, b);

/** On an outbound call, or one that the agent's own number makes, the customer is called; else the customer calls. */
const customerFields = (fields: Fields): NumberField[] =>
  fields.direction === 'outbound' || (fields.direction !== 'inbound' && callsOut(fields))
    ? ['calledNumber', 'customerNumber', 'customerNumberIntl']
    : ['callerNumber', 'customerNumber', 'customerNumberIntl'];

/**
 * Later values replace earlier ones, but never by nothing. The numbers of the other side are replaced where another
 * person is on the line (a transfer), with all that was known of the one before; never by a colleague's
 * extension: a system that hands a call on names the colleague for a while.
 *
 * @param colleagues numbers of agents of this call
 */
export function mergeFields(earlier: Fields, later: Fields, colleagues: readonly string[]): Fields {
  const stated = filled(later);
  const merged: Fields = { ...earlier, ...stated };
  const customer = customerFields(merged);
  let change: 'same' | 'other' | 'colleague' = 'same';
  for (const name of numberFields) {
    const [known, now] = [earlier[name], stated[name]];
    if (known === undefined || known === '' || now === undefined) continue;
    const isCustomer = customer.includes(name);
    if (isCustomer && isSameNumber(known, now)) merged[name] = known;
    else if (isCustomer && replaces(now, known, colleagues)) change = 'other';
    else {
      merged[name] = known;
      if (isCustomer && change === 'same') change = 'colleague';
    }
  }
  if (change === 'other') forgetNumbers(merged, stated, customer);
  for (const name of contactFields) {
    const value = contactOf(change, earlier[name], stated[name]);
    if (value === undefined) Reflect.deleteProperty(merged, name);
    else merged[name] = value;
  }
  if (earlier.callStart !== undefined && earlier.callStart !== '')
    merged.callStart = earlier.callStart;
  // One event that names the caller is enough, whatever the others lack.
  if (hasCallerNumber(merged)) delete merged.withheld;
  return merged;
}

function contactOf(
  change: 'same' | 'other' | 'colleague',
  earlier: string | undefined,
  stated: string | undefined,
): string | undefined {
  if (change === 'other') return stated;
  return change === 'colleague' ? earlier : (earlier ?? stated);
}

/** The other spellings of the number before must not stay beside the new one. */
function forgetNumbers(merged: Fields, stated: Fields, customer: readonly NumberField[]): void {
  for (const name of customer) if (stated[name] === undefined) Reflect.deleteProperty(merged, name);
}

const replaces = (now: string, known: string, colleagues: readonly string[]): boolean =>
  !(isInternal(now) && !isInternal(known)) && !colleagues.some((one) => isSameNumber(one, now));

const callsOut = ({ callerNumber, agentExtension, agentNumber }: Fields): boolean =>
  callerNumber !== undefined &&
  callerNumber !== '' &&
  (callerNumber === agentExtension || callerNumber === agentNumber);

/** The fields that say who is at the other side. */
export const partyFields: readonly CallFieldName[] = [...numberFields, ...contactFields];

/** Whether the number of one side says more of the customer than the other's: not an extension, not a colleague's. */
export const isBetterCustomer = (
  one: string | undefined,
  other: string | undefined,
  colleagues: readonly string[],
): boolean => one !== undefined && (other === undefined || !replaces(other, one, colleagues));

/** The number of the other side; undefined where no event says it. */
export const customerOf = (fields: Fields): string | undefined =>
  customerFields(fields)
    .toReversed()
    .map((name) => fields[name])
    .find((number) => number !== undefined && number !== '');

/** Numbers by which the agents of a call are known. */
export const colleaguesIn = (events: readonly RuleableEvent[]): string[] => [
  ...new Set(
    events.flatMap(({ agent, call: { fields } }) =>
      [agent?.extension, fields.agentExtension, fields.agentNumber].filter(isFilled),
    ),
  ),
];

const isFilled = (text: string | undefined): text is string => text !== undefined && text !== '';

/** Whether a ring names somebody else than the call so far: then its id, used again, names another call. */
export function isOtherCustomer(
  call: CallData,
  event: CallData,
  colleagues: readonly string[],
): boolean {
  const known = customerOf(call.fields);
  const now = customerOf({ ...defined({ direction: call.fields.direction }), ...event.fields });
  return (
    known !== undefined &&
    now !== undefined &&
    !isSameNumber(known, now) &&
    !colleagues.some((one) => isSameNumber(one, now))
  );
}

/** A copy without empty texts. */
function filled(fields: Readonly<Fields>): Fields {
  const copy: Fields = {};
  for (const name of callFieldNames) {
    const value = fields[name];
    if (value !== undefined && value !== '') copy[name] = value;
  }
  return copy;
}
