import { agentKey, type AgentRef } from '../model/agent-identity.ts';
import type { CallEvent, EventScope } from '../model/call-event.ts';
import type { CallData } from '../model/call-fields.ts';
import type { DialectName, Feed } from '../model/feed.ts';
import { callFactSchema, callStageSchema, type Stage } from '../model/stage.ts';
import { digitsOf } from '../numbers/plain-text.ts';
import { longestExtension } from '../numbers/read-number.ts';
import { fail, ok, type Result } from '../result.ts';
import { eventTime } from '../times/event-time.ts';
import type { DecodeContext } from './dialect.ts';
import { message } from '../text/message.ts';

interface Parts {
  readonly call: CallData;
  readonly stage: Stage;
  readonly system: DialectName;
  readonly scope?: EventScope | undefined;
  /** The provider's own event name, for the call field `event`. */
  readonly eventName: string;
  /** The same as rules wait for it, where payloads name no event. */
  readonly triggerName?: string;
  /** Where in the call's way it happens: the same can happen at the next IVR or department. */
  readonly place?: string | undefined;
  /** Where the event is about several agents, or the payload names them elsewhere. */
  readonly agents?: readonly AgentRef[] | undefined;
  /** ISO 8601, or as it came where it cannot be read; undefined where the payload gives no time. */
  readonly occurredAt?: string | undefined;
  /** True where that time is the call's, as its beginning, and says nothing of when this event happened. */
  readonly timeIsOfCall?: boolean | undefined;
  /** The name of the payload's call ID, for the message when it is missing. */
  readonly callIdName: string;
  readonly id?: string | undefined;
}

/**
 * One event of a provider that names no event id: it is made of what stays the same when the provider
 * sends the event again, so that the repetition is known as one.
 */
export function assembleEvent(parts: Parts, context: DecodeContext): Result<CallEvent[]> {
  const { call, stage, eventName } = parts;
  const { callId, callUniqueId } = call.fields;
  if (callId === undefined) return fail(message('problem.event.callIdMissing'), parts.callIdName);
  const agent = parts.agents?.[0] ?? agentOf(call, context.feed);
  const known = {
    id:
      parts.id ??
      JSON.stringify([
        callId,
        callUniqueId ?? '',
        eventName,
        agent ?? '',
        parts.occurredAt ?? '',
        ...(parts.place === undefined ? [] : [parts.place]),
      ]),
    source: context.source,
    ...eventTime(parts.occurredAt, context),
    ...(parts.timeIsOfCall === true && { untimed: true as const }),
    ...(parts.id === undefined && { unidentified: true as const }),
    receivedAt: context.receivedAt,
    linkedCallId: callId,
    // What is said of the whole call is not about one of its legs, whichever the message names.
    legId: parts.scope === 'call' ? undefined : callUniqueId,
    scope: parts.scope ?? (agent === undefined ? ('call' as const) : ('agent' as const)),
    agent,
    ...(parts.agents !== undefined && parts.agents.length > 1 && { agents: parts.agents }),
    trigger: { system: parts.system, name: parts.triggerName ?? eventName },
    call: { ...call, fields: { ...call.fields, event: call.fields.event ?? eventName } },
  };
  const state = callStageSchema.safeParse(stage);
  if (state.success) return ok([{ ...known, kind: 'call.state', stage: state.data }]);
  return ok([{ ...known, kind: 'call.fact', stage: callFactSchema.parse(stage) }]);
}

/** The agent that a call's data names; undefined where it names none. */
export function agentOf({ fields }: CallData, feed: Feed = {}): AgentRef | undefined {
  // An extension as long as a telephone number must not be read as one.
  const { length } = digitsOf(fields.agentExtension ?? '');
  const isExtension = length > longestExtension && feed.extensionLengths?.includes(length) === true;
  const agent = {
    id: fields.agentId,
    customId: fields.agentCustomId,
    email: fields.agentEmail,
    extension: fields.agentExtension,
    phone: fields.agentNumber,
    ...(!isExtension && feed.country !== undefined && { country: feed.country }),
  };
  return agentKey(agent) === 'nobody' ? undefined : agent;
}
