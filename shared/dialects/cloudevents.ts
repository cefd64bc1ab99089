import { ownValue } from '../json/own-value.ts';
import { z } from 'zod';
import { isJsonObject, jsonText, type JsonObject, type JsonValue } from '../json/json-value.ts';
import type { AgentRef } from '../model/agent-identity.ts';
import {
  systemParts,
  type CallEvent,
  type EventScope,
  type SystemChangeEvent,
} from '../model/call-event.ts';
import { callFieldCatalogue, callFieldNames, type CallData } from '../model/call-fields.ts';
import { dialectNameSchema, type Feed } from '../model/feed.ts';
import type { Trigger } from '../model/rule-when.ts';
import { firstProblem } from '../model/schema-problem.ts';
import {
  callFacts,
  callFactSchema,
  callStages,
  callStageSchema,
  type CallStage,
} from '../model/stage.ts';
import { fail, ok, type Result } from '../result.ts';
import { agentOf } from './assemble-event.ts';
import { namedAgents } from './named-agents.ts';
import type { DecodeContext, Dialect } from './dialect.ts';
import { eventTime } from '../times/event-time.ts';
import { normalizeCallData } from './normalize-call-data.ts';
import { receivedExt } from '../model/received-numbers.ts';
import { readableFields } from './values.ts';
import { message } from '../text/message.ts';

/** CloudEvents 1.0 in JSON, structured mode. Attributes that we do not use may be there. */
export const cloudEventSchema = z.looseObject({
  specversion: z.literal('1.0'),
  id: z
    .union([z.string().min(1).max(1000), z.number()])
    .transform(String)
    .describe('Unique within the source'),
  source: z.string().min(1).max(2000),
  type: z
    .string()
    .max(300)
    .regex(
      /(^|\.)(call|agent|queue|menu)\.[A-Za-z]+$/,
      'must be call.STAGE, agent.STATE, queue.CHANGE or menu.CHANGE, such as call.ringing',
    )
    .describe(
      'call.ringing, call.answered, call.hangup ...; a prefix such as com.example. is allowed',
    ),
  time: z
    .union([z.string().max(100), z.number()])
    .optional()
    .describe('When it happened: RFC 3339, or any form that sources can read'),
  untimed: z
    .boolean()
    .optional()
    .describe('True: the time is not of the event itself and puts it in no order'),
  phonesystem: z
    .string()
    .max(100)
    .optional()
    .describe('The system whose word the trigger is: acefone, webitel ...'),
  trigger: z
    .string()
    .max(200)
    .optional()
    .describe('The event in the words of that system, for rules that wait for it'),
  data: z.record(z.string(), z.json()).describe('The call: fields of the catalogue and your own'),
});
type CloudEvent = z.infer<typeof cloudEventSchema>;

/** Names that other systems use for our stages. */
const stageSynonyms: Readonly<Record<string, CallStage>> = {
  noanswer: 'missed',
  offering: 'ringing',
  ended: 'hangup',
};

/** Call Center Studio's event names, which its receivers know, for stages that arrive under ours. */
const eventNames: Readonly<Partial<Record<string, string>>> = { missed: 'noanswer' };

const scopeSchema = z.enum(['agent', 'customer', 'call']);

export const cloudEvents: Dialect = {
  name: 'cloudevents',
  label: 'CloudEvents',
  events: [...callStages, ...callFacts].map((stage) => ({
    name: `call.${stage}`,
    stages: [stage],
  })),
  fields: callFieldNames.map((name) => ({
    name,
    to: name,
    example: callFieldCatalogue[name].example,
  })),
  decode(payload, context) {
    const event = decodeOne(payload, context);
    return event.ok ? ok([event.value]) : event;
  },
};

function decodeOne(payload: JsonValue, context: DecodeContext): Result<CallEvent> {
  if (!isJsonObject(payload)) return fail(message('problem.event.cloudEventNotAnObject'));
  const parsed = cloudEventSchema.safeParse(payload);
  if (!parsed.success) return { ok: false, problem: firstProblem(parsed.error) };
  const call = readableCall(normalizeCallData(parsed.data.data, context.note), context.feed);
  const [, about, name = ''] = /(call|agent|queue|menu)\.([A-Za-z]+)$/.exec(parsed.data.type) ?? [];
  const part = systemParts.find((known) => known === about);
  if (part !== undefined) return systemEvent(parsed.data, call, { part, change: name }, context);
  return about === 'agent'
    ? agentEvent(parsed.data, call, name, context)
    : callEvent(parsed.data, call, name.toLowerCase(), context);
}

function systemEvent(
  event: CloudEvent,
  { fields }: CallData,
  { part, change }: Pick<SystemChangeEvent, 'part' | 'change'>,
  context: DecodeContext,
): Result<CallEvent> {
  const queue = part === 'queue' ? (fields.queueName ?? fields.queueId) : fields.routeName;
  const name = textIn(event.data, 'name') ?? queue;
  if (name === undefined) return fail(message('problem.event.nameMissing'), 'data.name');
  const by = textIn(event.data, 'by');
  return ok({ ...base(event, context), kind: 'system.changed', part, name, change, by });
}

/** No name of a person or a queue is longer (characters). */
const longestName = 200;

const textIn = (data: JsonObject, name: string): string | undefined => {
  const text = jsonText(ownValue(data, name)).slice(0, longestName);
  return text === '' ? undefined : text;
};

/** With readable numbers and times; what was changed keeps its raw form under `ext.cloudevents`. */
function readableCall({ fields: raw, custom, ext }: CallData, feed: Feed): CallData {
  const fields = readableFields(raw, feed);
  const changed = callFieldNames.filter(
    (name) => raw[name] !== undefined && raw[name] !== fields[name],
  );
  if (changed.length === 0) return { fields, custom, ext };
  const received = receivedExt(raw, fields);
  const kept = Object.fromEntries(changed.map((name) => [name, raw[name] ?? '']));
  return { fields, custom, ext: { ...ext, cloudevents: kept, ...received } };
}

function agentEvent(
  event: CloudEvent,
  call: CallData,
  name: string,
  context: DecodeContext,
): Result<CallEvent> {
  const agent = agentOf(call, context.feed);
  if (agent === undefined)
    return fail(message('problem.event.agentEventWithoutAgent'), 'data.agentId');
  const stated = call.ext['state'] ?? call.ext['status'];
  const state = typeof stated === 'string' ? stated : name;
  const by = textIn(event.data, 'by');
  return ok({ ...base(event, context), kind: 'agent.state', agent, state, by });
}

function callEvent(
  event: CloudEvent,
  call: CallData,
  name: string,
  context: DecodeContext,
): Result<CallEvent> {
  const linkedCallId = call.fields.callId;
  if (linkedCallId === undefined || linkedCallId === '') {
    return fail(message('problem.event.callIdMissing'), 'data.callId');
  }
  const { offerId, scope: statedScope, agents: statedAgents, ...rest } = call.ext;
  const agents = namedAgents(statedAgents, context.feed);
  const agent = agents?.[0] ?? agentOf(call, context.feed);
  const isRest = agents === undefined && statedAgents !== undefined;
  const ext = isRest ? { ...rest, agents: statedAgents } : rest;
  const scope = scopeSchema.safeParse(statedScope);
  const known = {
    ...base(event, context),
    linkedCallId,
    // What is said of the whole call is not about one of its legs, whichever the message names.
    legId: scope.data === 'call' ? undefined : call.fields.callUniqueId,
    offerId:
      typeof offerId === 'string' || typeof offerId === 'number' ? String(offerId) : undefined,
    scope: scope.success ? scope.data : defaultScope(agent),
    agent,
    ...(agents !== undefined && agents.length > 1 && { agents }),
    trigger: triggerOf(event, call.fields.event ?? name),
    call: { ...call, ext, fields: { event: ownValue(eventNames, name) ?? name, ...call.fields } },
  };
  const stage = callStageSchema.safeParse(ownValue(stageSynonyms, name) ?? name);
  if (stage.success) return ok({ ...known, kind: 'call.state', stage: stage.data });
  const fact = callFactSchema.safeParse(name);
  if (fact.success) return ok({ ...known, kind: 'call.fact', stage: fact.data });
  return fail(message('problem.event.cloudEventUnknown', { name }), 'type');
}

/** Of the system that it came from, where a gateway hands it on. */
function triggerOf({ phonesystem, trigger }: CloudEvent, name: string): Trigger {
  const system = dialectNameSchema.safeParse(phonesystem);
  return system.success && trigger !== undefined
    ? { system: system.data, name: trigger }
    : { system: 'cloudevents', name };
}

const defaultScope = (agent: AgentRef | undefined): EventScope =>
  agent === undefined ? 'call' : 'agent';

function base(event: CloudEvent, context: DecodeContext) {
  return {
    id: event.id,
    source: context.source,
    ...eventTime(jsonText(event.time), context),
    ...(event.untimed === true && { untimed: true as const }),
    receivedAt: context.receivedAt,
  };
}
