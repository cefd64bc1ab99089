import type { CallData } from '../model/call-fields.ts';
import { readField } from '../model/read-field.ts';

/** Who calls, for titles and lists; empty where nothing says it. */
export function callerText(call: CallData): string {
  const name = readField(call, 'contactName');
  const number =
    readField(call, 'customerNumberIntl') ??
    readField(call, 'customerNumber') ??
    readField(call, 'callerNumber');
  if (name !== undefined && number !== undefined) return `${name} (${number})`;
  return name ?? number ?? '';
}

export const queueText = (call: CallData): string =>
  readField(call, 'queueName') ?? readField(call, 'queueId') ?? '';
