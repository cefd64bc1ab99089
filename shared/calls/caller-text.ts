import type { CallData } from '../model/call-fields.ts';
import { customerOf } from './party.ts';
import { readField } from '../model/read-field.ts';

/** The other side of a call; empty where nothing says it. */
export interface Caller {
  readonly name: string;
  readonly number: string;
}

const asItIs = (number: string): string => number;

/** @param show how numbers are written */
export function callerOf(call: CallData, show = asItIs): Caller {
  const number = customerOf(call.fields) ?? '';
  return {
    name: readField(call, 'contactName') ?? '',
    number: number === '' ? '' : show(number),
  };
}

/** Who calls, for titles and lists; empty where nothing says it. */
export function callerText(call: CallData, show = asItIs): string {
  const { name, number } = callerOf(call, show);
  return name !== '' && number !== '' ? `${name} (${number})` : name + number;
}

export const queueText = (call: CallData): string =>
  readField(call, 'queueName') ?? readField(call, 'queueId') ?? '';
