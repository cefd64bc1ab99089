import type { JsonObject } from '../json/json-value.ts';
import { isRuleable, type CallEvent, type RuleableEvent } from '../model/call-event.ts';
import type { AgentRef } from '../model/agent-identity.ts';
import { defined } from '../model/defined.ts';
import { agentOf } from './assemble-event.ts';
import { agentMember } from './named-agents.ts';

/** A CloudEvent without its id, which whoever sends it gives. */
export interface CloudEventBody {
  readonly specversion: '1.0';
  readonly source: string;
  readonly type: string;
  /** ISO 8601. */
  readonly time: string;
  readonly untimed?: true;
  /** The phone system whose word the trigger is, and the trigger. */
  readonly phonesystem?: string;
  readonly trigger?: string;
  readonly data: JsonObject;
}

/**
 * An event as the CloudEvent that the dialect `cloudevents` reads back as the same event, whatever dialect it came
 * in. Numbers and times stay as they were read.
 */
export function encodeCloudEvent(event: CallEvent): CloudEventBody {
  return {
    specversion: '1.0',
    source: event.source,
    type: typeOf(event),
    time: new Date(event.occurredAt).toISOString(),
    ...(event.untimed === true && { untimed: true }),
    ...(isRuleable(event) &&
      event.trigger !== undefined && {
        phonesystem: event.trigger.system,
        trigger: event.trigger.name,
      }),
    data: dataOf(event),
  };
}

function typeOf(event: CallEvent): string {
  if (isRuleable(event)) return `call.${event.stage}`;
  return event.kind === 'agent.state' ? event.kind : `${event.part}.${event.change}`;
}

function dataOf(event: CallEvent): JsonObject {
  if (event.kind === 'system.changed') return defined({ name: event.name, by: event.by });
  if (event.kind === 'agent.state') {
    const { id, customId, email, extension } = event.agent;
    const agent = defined({ id, customId, email, extension });
    return { agent, state: event.state, ...defined({ by: event.by }) };
  }
  const { call, linkedCallId, offerId } = event;
  // Fields come first: of two spellings of one value a reader takes the first.
  return {
    callId: linkedCallId,
    ...defined(call.fields),
    ...without(call.ext, { callId: linkedCallId, ...call.fields }),
    ...agentsOf(event),
    ...(isScopeStated(event) && { scope: event.scope }),
    ...(offerId !== undefined && { offerId }),
    ...(Object.keys(call.custom).length > 0 && { custom: { ...call.custom } }),
  };
}

/** Where the event is about several agents, or about one whom the fields of the call do not name. */
function agentsOf({ agent, agents, call }: RuleableEvent): JsonObject {
  if (agent === undefined) return {};
  if (agents !== undefined) return { agents: agents.map(agentMember) };
  const named = agentOf(call);
  const isNamed = named !== undefined && textOf(named) === textOf(agent);
  return isNamed ? {} : { agents: [agentMember(agent)] };
}

const textOf = (agent: AgentRef): string => JSON.stringify(agentMember(agent));

/** Without it a reader takes the agent's leg where an agent is named, else the call with the leg it names. */
function isScopeStated({ scope, agent, legId, call }: RuleableEvent): boolean {
  if (scope !== (agent === undefined ? 'call' : 'agent')) return true;
  return scope === 'call' && legId === undefined && call.fields.callUniqueId !== undefined;
}

const without = (record: Readonly<JsonObject>, taken: object): JsonObject =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !Object.hasOwn(taken, name)));
