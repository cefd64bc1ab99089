import { randomUUID } from 'node:crypto';

export const ada = { id: '83', customId: 'A-83', email: 'ada@example.com', extension: '1004' };

/** A CloudEvent of a call, for Ada unless the data says otherwise. */
export function callEvent(
  stage: string,
  data: Readonly<Record<string, unknown>> = {},
  id: string = randomUUID(),
): Record<string, unknown> {
  return {
    specversion: '1.0',
    id,
    source: 'test',
    type: `call.${stage}`,
    time: new Date().toISOString(),
    data: {
      callId: 'c-1',
      direction: 'inbound',
      callerNumber: '+31201234567',
      calledNumber: '+902125550100',
      queue: { id: '5', name: 'Sales' },
      agent: ada,
      ...data,
    },
  };
}
