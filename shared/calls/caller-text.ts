import type { CallData } from '../model/call-fields.ts';
import { customerOf } from './party.ts';
import { readField } from '../model/read-field.ts';
import { isWithheldCall } from '../numbers/withheld.ts';
import type { Translate } from '../text/translate.ts';

/** The other side of a call; empty where nothing says it. */
export interface Caller {
  readonly name: string;
  readonly number: string;
  /** Present where the caller keeps the number back. */
  readonly isWithheld?: true;
}

const asItIs = (number: string): string => number;

/** @param show how numbers are written */
export function callerOf(call: CallData, show = asItIs): Caller {
  const number = customerOf(call.fields) ?? '';
  return {
    name: readField(call, 'contactName') ?? '',
    number: number === '' ? '' : show(number),
    ...(isWithheldCall(call.fields) && { isWithheld: true }),
  };
}

/** The same as it is stored and sent to pages: what is known of the caller in one text, and what has to be said in words. */
export interface StoredCaller {
  readonly caller: string;
  readonly isWithheld?: true | undefined;
}

export function storedCaller(call: CallData, show = asItIs): StoredCaller {
  const { name, number, isWithheld } = callerOf(call, show);
  return {
    caller: name !== '' && number !== '' ? `${name} (${number})` : name + number,
    ...(isWithheld === true && { isWithheld }),
  };
}

/**
 * Who calls, wherever it is said: on the desk, in lists, titles and notifications.
 *
 * @param unknown what is said where nothing is known
 */
export function callerLine(
  { caller, isWithheld }: StoredCaller,
  t: Translate,
  unknown: string = t('desk.unknownCaller'),
): string {
  if (isWithheld !== true) return caller || unknown;
  const withheld = t('desk.withheldNumber');
  return caller === '' ? withheld : `${caller} (${withheld})`;
}

export const queueText = (call: CallData): string =>
  readField(call, 'queueName') ?? readField(call, 'queueId') ?? '';
