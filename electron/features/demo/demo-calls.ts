import type { AgentIdentity, AgentRef } from '../../../shared/model/agent-identity.ts';

/** People and numbers that exist nowhere: ranges reserved for stories and examples. */
const callers = [
  {
    name: 'Grace Hopper',
    number: '+12025550143',
    queue: { id: '5', name: 'Sales' },
    city: 'New York',
  },
  {
    name: 'Ayşe Yılmaz',
    number: '+902125550134',
    queue: { id: '7', name: 'Müşteri Hizmetleri' },
    city: 'İzmir',
  },
  {
    name: 'Jan van den Berg',
    number: '+31201234567',
    queue: { id: '5', name: 'Sales' },
    city: 'Den Haag & omstreken',
  },
  {
    name: 'Amélie Durand',
    number: '+33199001234',
    queue: { id: '9', name: 'Support' },
    city: 'Saint-Étienne',
  },
] as const;

export const demoAgent: AgentIdentity = {
  name: 'Ada Lovelace',
  id: '83',
  email: 'ada@example.com',
  extension: '1004',
  queues: ['5', '7', '9'],
};

type Stage = 'ringing' | 'answered' | 'hangup';

/** The CloudEvents of one demo call. */
export function demoCall(number: number, at: Date, agent: AgentRef): Record<Stage, object> {
  const caller = callers[number % callers.length] ?? callers[0];
  const callId = `demo-${at.getTime()}-${number}`;
  const event = (stage: Stage): object => ({
    specversion: '1.0',
    id: `${callId}-${stage}`,
    source: 'ringcue-demo',
    type: `call.${stage}`,
    time: at.toISOString(),
    data: {
      callId,
      direction: 'inbound',
      callerNumber: caller.number,
      calledNumber: '+902125550100',
      contactName: caller.name,
      callStart: at.toISOString(),
      queue: caller.queue,
      agent,
      customFields: { city: caller.city },
    },
  });
  return { ringing: event('ringing'), answered: event('answered'), hangup: event('hangup') };
}
