import type { CallData } from '../model/call-fields.ts';
import { customerOf } from './party.ts';
import { readField } from '../model/read-field.ts';
import { isWithheldCall } from '../numbers/withheld.ts';

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

/**
 * Who calls, for titles and lists; empty where nothing says it.
 *
 * @param withheld what is said in place of a number that the caller keeps back
 */
export function callerText(call: CallData, show = asItIs, withheld = ''): string {
  const { name, number: given, isWithheld } = callerOf(call, show);
  const number = isWithheld === true ? withheld : given;
  return name !== '' && number !== '' ? `${name} (${number})` : name + number;
}

export const queueText = (call: CallData): string =>
  readField(call, 'queueName') ?? readField(call, 'queueId') ?? '';
