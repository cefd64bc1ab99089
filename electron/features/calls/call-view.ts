import { isoTime } from '../../../shared/times/iso-time.ts';
import { withAgent } from '../../../shared/calls/agent-fields.ts';
import { takenElsewhereAt } from '../../../shared/calls/call-signals.ts';
import { callerOf } from '../../../shared/calls/caller-text.ts';
import { dataAt, isOthersLeg, withCustomer } from '../../../shared/calls/data-at.ts';
import { foldCall, foldData, type Call } from '../../../shared/calls/fold-call.ts';
import { colleaguesIn, customerOf } from '../../../shared/calls/party.ts';
import type { CallView } from '../../../shared/contract/call-views.ts';
import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import type { RuleableEvent } from '../../../shared/model/call-event.ts';
import type { CallData, CallFieldName } from '../../../shared/model/call-fields.ts';
import type { CallOutcome } from '../../../shared/model/call-record.ts';
import type { BookedCall } from './call-book.ts';

export interface Viewer {
  readonly agent: AgentIdentity | undefined;
  readonly isMine: (event: RuleableEvent) => boolean;
  /** How numbers are written. */
  readonly showNumber: (number: string) => string;
}

/** A call as the current agent sees it: events on colleagues' legs are ignored. */
export function callViewOf(
  { key, events }: Pick<BookedCall, 'key' | 'events'>,
  { agent, isMine, showNumber }: Viewer,
): CallView | undefined {
  const own = events.filter((event) => !isOthersLeg(event, agent));
  const colleagues = colleaguesIn(events);
  const call = foldCall(own, undefined, colleagues);
  if (call === undefined) return undefined;
  const whole = own.length === events.length ? call.data : foldData(events, colleagues);
  const data = withCustomer(call.data, call.data, whole, colleagues);
  if (isUnknown(own, data)) return undefined;
  const hasOthers = events.some((event) => event.agent !== undefined && !isMine(event));
  const elsewhereAt =
    hasOthers || call.stage === 'missed' ? takenElsewhereAt(events, isMine) : undefined;
  const answeredAt = elsewhereAt === undefined ? call.answeredAt : undefined;
  const endedAt = call.endedAt ?? elsewhereAt;
  const rangAt = own.findLast(({ stage }) => stage === 'ringing')?.occurredAt;
  const rang = rangAt !== undefined || own.some(({ stage }) => stage === 'missed');
  return {
    key,
    stage: call.stage,
    outcome: outcomeOf({ ...call, answeredAt, endedAt }, elsewhereAt !== undefined, rang),
    caller: callerOf(data, showNumber),
    startedAt: call.startedAt,
    queuedAt: own.find(({ stage }) => stage === 'queued')?.occurredAt,
    rangAt,
    answeredAt,
    endedAt,
    data,
  };
}

/**
 * Whether nothing is known of a call but that it is over for an agent: a system that tells a phone's state says so of
 * every idle one.
 */
const isUnknown = (events: readonly RuleableEvent[], data: CallData): boolean =>
  customerOf(data.fields) === undefined &&
  events.every(({ stage, scope }) => stage === 'hangup' && scope === 'agent');

function outcomeOf(
  { answeredAt, endedAt, data }: Pick<Call, 'answeredAt' | 'endedAt' | 'data'>,
  elsewhere: boolean,
  rang: boolean,
): CallOutcome {
  if (elsewhere) return 'elsewhere';
  if (endedAt === undefined) return 'running';
  if (answeredAt !== undefined) return 'answered';
  return data.fields.direction === 'outbound' || !rang ? 'unanswered' : 'missed';
}

/** Fields that belong to one agent's offer: another agent's must never get into this agent's address. */
const agentFields = [
  'agentId',
  'agentCustomId',
  'agentEmail',
  'agentExtension',
  'agentName',
  'agentNumber',
  'sessionKey',
] as const satisfies readonly CallFieldName[];

/** A call's data for the current agent: values of a colleague's leg are ignored. */
export function dataForAgent(data: CallData, agent: AgentIdentity | undefined): CallData {
  const fields = { ...data.fields };
  for (const name of agentFields) Reflect.deleteProperty(fields, name);
  return agent === undefined ? { ...data, fields } : withAgent({ ...data, fields }, agent);
}

/** A call's data at one of its events: its customer, its agent, its queue, its stage. */
export function callDataFor(
  event: RuleableEvent,
  { events, call }: Pick<BookedCall, 'events' | 'call'>,
): CallData {
  const data = dataAt(event, events, call.data);
  const fields = { ...data.fields };
  if (event.agent !== undefined) {
    for (const name of agentFields) {
      const own = event.call.fields[name];
      if (own === undefined) Reflect.deleteProperty(fields, name);
      else fields[name] = own;
    }
  }
  const customer = customerOf(fields);
  return {
    ...data,
    fields: {
      ...(customer !== undefined && { customerNumber: customer }),
      ...fields,
      callId: event.linkedCallId,
      stage: event.stage,
      eventTime: isoTime(event.occurredAt),
    },
  };
}
