import type { AgentIdentity, AgentRef } from '../../../shared/model/agent-identity.ts';
import { defined } from '../../../shared/model/defined.ts';

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

/** The events of one demo call, as Call Center Studio fills the boxes of a Web URL. */
export function demoCall(
  number: number,
  at: Date,
  agent: AgentRef,
): Readonly<Record<Stage, URLSearchParams>> {
  const caller = callers[number % callers.length] ?? callers[0];
  const call = {
    AgentID: agent.id,
    AgentCustomID: agent.customId,
    AgentEmail: agent.email,
    Alias: agent.extension,
    QueueID: caller.queue.id,
    QueueName: caller.queue.name,
    CallID: `demo-${at.getTime()}-${number}`,
    CallDate: at.toISOString(),
    CallerID: `"${caller.name}" <${caller.number}>`,
    CalledNumber: '+902125550100',
    CustomFields: JSON.stringify({ city: caller.city }),
  };
  const event = (stage: Stage): URLSearchParams =>
    new URLSearchParams(defined({ ...call, Event: stage }));
  return { ringing: event('ringing'), answered: event('answered'), hangup: event('hangup') };
}
