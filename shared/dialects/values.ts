import { callFieldCatalogue, isCallFieldName, type CallFieldName } from '../model/call-fields.ts';
import type { Feed } from '../model/feed.ts';
import { readAddress } from '../numbers/read-address.ts';
import { readNumber } from '../numbers/read-number.ts';
import { callerFields, hasCallerNumber, isWithheld, isWithheldWord } from '../numbers/withheld.ts';
import { readInstant } from '../times/read-time.ts';

/**
 * A number as E.164 and a time as an instant, by the type of the field; else the text as it is. Empty for what stands
 * in place of a withheld number.
 */
export function readableValue(name: CallFieldName, raw: string, feed: Feed): string {
  switch (callFieldCatalogue[name].type) {
    case 'phone':
      return isWithheld(raw, feed) ? '' : readNumber(raw, feed);
    case 'instant':
      return readInstant(raw, feed) ?? raw;
    default:
      return raw;
  }
}

type Fields = Partial<Record<CallFieldName, string>>;

/** Values as they came, made readable, with what they say of the caller. */
export function readableFields(raw: Readonly<Fields>, feed: Feed): Fields {
  const fields: Fields = { ...raw };
  for (const name of Object.keys(raw)) {
    if (isCallFieldName(name)) fields[name] = readableValue(name, raw[name] ?? '', feed);
  }
  return withCaller(fields, raw, feed);
}

/**
 * Fields with two facts that numbers can say of the caller: a name (`"Grace" <sip:…>`), where no other is given, and
 * that the number is withheld.
 *
 * @param raw the same fields, as they came
 */
export function withCaller(fields: Readonly<Fields>, raw: Readonly<Fields>, feed: Feed): Fields {
  const isOutbound = /^(out|click|dial|broadcast)/i.test(fields.direction ?? '');
  const names = isOutbound
    ? (['calledNumber', 'customerNumber', 'customerNumberIntl'] as const)
    : callerFields;
  const given = names.flatMap((name) => raw[name] ?? []);
  const contactName = given.map(nameIn).find((name) => name !== '');
  // Who is called withholds nothing.
  const isHidden =
    !isOutbound &&
    !hasCallerNumber(fields) &&
    given.length > 0 &&
    given.every((text) => isWithheld(text, feed));
  return {
    ...fields,
    ...(contactName !== undefined && (fields.contactName ?? '') === '' && { contactName }),
    ...(isHidden && fields.withheld === undefined && { withheld: 'true' }),
  };
}

/** The name in front of a number; empty where it is none, or only says the number again. */
function nameIn(text: string): string {
  const { name } = readAddress(text);
  return isWithheldWord(name) || !/\p{L}/u.test(name) ? '' : name;
}
