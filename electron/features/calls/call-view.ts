import { withAgent } from '../../../shared/calls/agent-fields.ts';
import { takenElsewhereAt } from '../../../shared/calls/call-signals.ts';
import { callerOf } from '../../../shared/calls/caller-text.ts';
import { foldCall, mergeCallData, type Call } from '../../../shared/calls/fold-call.ts';
import type { CallView } from '../../../shared/contract/views.ts';
import { isSameAgent, type AgentIdentity } from '../../../shared/model/agent-identity.ts';
import type { RuleableEvent } from '../../../shared/model/call-event.ts';
import type { CallData, CallFieldName } from '../../../shared/model/call-fields.ts';
import type { CallOutcome } from '../../../shared/model/call-record.ts';
import { callKey } from './call-book.ts';

export interface Viewer {
  readonly agent: AgentIdentity | undefined;
  readonly isMine: (event: RuleableEvent) => boolean;
  /** How numbers are written. */
  readonly showNumber: (number: string) => string;
}

/** A call as the current agent sees it: events on colleagues' legs are ignored. */
export function callViewOf(
  events: readonly RuleableEvent[],
  { agent, isMine, showNumber }: Viewer,
): CallView | undefined {
  const own = events.filter((event) => !isOthersLeg(event, agent));
  const call = foldCall(own);
  if (call === undefined) return undefined;
  const hasOthers = events.some((event) => event.agent !== undefined && !isMine(event));
  const elsewhereAt =
    hasOthers || call.stage === 'missed' ? takenElsewhereAt(events, isMine) : undefined;
  const answeredAt = elsewhereAt === undefined ? call.answeredAt : undefined;
  const endedAt = call.endedAt ?? elsewhereAt;
  const rangAt = own.findLast(({ stage }) => stage === 'ringing')?.occurredAt;
  const rang = rangAt !== undefined || own.some(({ stage }) => stage === 'missed');
  return {
    key: callKey(call),
    stage: call.stage,
    outcome: outcomeOf({ ...call, answeredAt, endedAt }, elsewhereAt !== undefined, rang),
    caller: callerOf(call.data, showNumber),
    startedAt: call.startedAt,
    rangAt,
    answeredAt,
    endedAt,
    data: call.data,
  };
}

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

/** The folded call with the values of this very event: its agent, its queue, its stage. */
export function callDataFor(event: RuleableEvent, call: Call): CallData {
  const merged = mergeCallData(call.data, event.call);
  const fields = { ...merged.fields };
  if (event.agent !== undefined) {
    for (const name of agentFields) {
      const own = event.call.fields[name];
      if (own === undefined) Reflect.deleteProperty(fields, name);
      else fields[name] = own;
    }
  }
  return {
    ...merged,
    fields: {
      ...fields,
      callId: event.linkedCallId,
      stage: event.stage,
      eventTime: new Date(event.occurredAt).toISOString(),
    },
  };
}

/** Another agent's leg of a ring-all: its miss is not the end of this agent's call. */
const isOthersLeg = (event: RuleableEvent, agent: AgentIdentity | undefined): boolean =>
  event.scope === 'agent' &&
  event.agent !== undefined &&
  agent !== undefined &&
  !isSameAgent(event.agent, agent);
