import { isJsonObject, jsonText, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { isRuleable, systemParts, type CallEvent, type SystemPart } from '../model/call-event.ts';
import type { CallData } from '../model/call-fields.ts';
import type { Feed } from '../model/feed.ts';
import { receivedExt } from '../model/received-numbers.ts';
import { stageSchema, type Stage } from '../model/stage.ts';
import { fail, ok, type Result } from '../result.ts';
import { agentOf, assembleEvent } from './assemble-event.ts';
import type { DecodeContext } from './dialect.ts';
import { topicMeaning } from './feed-setting.ts';
import { normalizeCallData } from './normalize-call-data.ts';
import { eventTime } from '../times/event-time.ts';
import { readInstant } from '../times/read-time.ts';
import { readableFields } from './values.ts';
import { message } from '../text/message.ts';

/** More events than any one message of a PBX holds. */
const maxEvents = 1_000;

/** What a mapping may say besides call fields. */
const marks = new Set(['stage', 'agentState', 'by', 'id', 'time', 'scope', 'offerId']);

/**
 * What a mapping's expression gave for a payload, as events: an object is one event, a list several, null
 * none. An event has a `stage` and call fields (flat, or nested as in `agent.extension`), or an `agentState` and an agent,
 * or says that a queue or a menu was `changed`, by its `name`; the last two also `by` whom. `id`, `time`, `scope` and
 * `offerId` are read where they are given. What is not a call field is kept under `ext`, and so is the payload, under
 * `ext.payload`.
 *
 * @param mapped the expression's result
 * @param payload what it was made of
 */
export function mappedEvents(
  mapped: JsonValue,
  payload: JsonValue,
  context: DecodeContext,
): Result<CallEvent[]> {
  if (mapped === null) return ok([]);
  const items = Array.isArray(mapped) ? mapped : [mapped];
  if (items.length > maxEvents)
    return fail(message('problem.mapping.tooManyEvents', { limit: maxEvents }));
  const events: CallEvent[] = [];
  for (const [index, item] of items.entries()) {
    const event = mappedEvent(item, payload, context);
    if (!event.ok) {
      return fail(event.problem.message, place(items.length, index, event.problem.path));
    }
    events.push(...event.value);
  }
  return ok(events);
}

const place = (count: number, index: number, path: string): string =>
  count === 1 ? path : `[${index}]${path === '' ? '' : `.${path}`}`;

function mappedEvent(
  item: JsonValue,
  payload: JsonValue,
  context: DecodeContext,
): Result<CallEvent[]> {
  if (!isJsonObject(item)) {
    return fail(message('problem.mapping.wrongResult'));
  }
  const data: JsonObject = {};
  for (const [name, value] of Object.entries(item)) {
    // A value the payload does not have must not become an empty one that hides another event's.
    if (!marks.has(name) && value !== null && value !== '') data[name] = value;
  }
  const time = textOf(item['time']);
  const occurredAt = time === undefined ? undefined : (readInstant(time, context.feed) ?? time);
  const part = systemParts.find((known) => known === item['changed']);
  if (part !== undefined) return systemEvent(item, part, occurredAt, context);
  const call = completed(normalizeCallData(data, context.note), payload, context.feed);
  if (item['agentState'] !== undefined && item['agentState'] !== null) {
    return agentEvent(item, call, occurredAt, context);
  }
  const stage = stageOf(item, context);
  if (!stage.ok) return stage;
  const event = assembleEvent(
    {
      call,
      stage: stage.value,
      system: 'mapping',
      eventName: call.fields.event ?? stage.value,
      occurredAt,
      callIdName: 'callId',
      id: textOf(item['id']),
      scope: scopeOf(item['scope']),
    },
    context,
  );
  const offerId = textOf(item['offerId']);
  if (!event.ok || offerId === undefined) return event;
  return ok(event.value.map((one) => (isRuleable(one) ? { ...one, offerId } : one)));
}

function agentEvent(
  item: JsonObject,
  call: CallData,
  occurredAt: string | undefined,
  context: DecodeContext,
): Result<CallEvent[]> {
  const agent = agentOf(call, context.feed);
  if (agent === undefined) return fail(message('problem.mapping.agentStateWithoutAgent'), 'agent');
  const state = jsonText(item['agentState']);
  const at = eventTime(occurredAt, context);
  return ok([
    {
      kind: 'agent.state',
      id: textOf(item['id']) ?? JSON.stringify(['agent', agent, state, at.occurredAt]),
      source: context.source,
      ...at,
      receivedAt: context.receivedAt,
      agent,
      state,
      by: textOf(item['by']),
    },
  ]);
}

function systemEvent(
  item: JsonObject,
  part: SystemPart,
  occurredAt: string | undefined,
  context: DecodeContext,
): Result<CallEvent[]> {
  const name = textOf(item['name']);
  if (name === undefined) return fail(message('problem.event.nameMissing'), 'name');
  const [change = 'changed', by] = [textOf(item['change']), textOf(item['by'])];
  const at = eventTime(occurredAt, context);
  const id = textOf(item['id']) ?? JSON.stringify([part, name, change, at.occurredAt]);
  const { source, receivedAt } = context;
  return ok([{ kind: 'system.changed', id, source, ...at, receivedAt, part, name, change, by }]);
}

function stageOf(item: JsonObject, context: DecodeContext): Result<Stage> {
  const given = textOf(item['stage']) ?? topicMeaning(context) ?? context.feed.stage;
  const stage = stageSchema.safeParse(given);
  if (stage.success) return ok(stage.data);
  const known = stageSchema.options.join(', ');
  return given === undefined
    ? fail(message('problem.mapping.stageMissing', { stages: known }), 'stage')
    : fail(
        message('problem.mapping.stageUnknown', { name: given.slice(0, 60), stages: known }),
        'stage',
      );
}

const scopeOf = (value: JsonValue | undefined): 'agent' | 'customer' | 'call' | undefined =>
  value === 'agent' || value === 'customer' || value === 'call' ? value : undefined;

const textOf = (value: JsonValue | undefined): string | undefined => {
  const text = jsonText(value);
  return text === '' ? undefined : text;
};

/** With readable numbers and times, and the payload as it came, where the raw forms stay. */
function completed(call: CallData, payload: JsonValue, feed: Feed): CallData {
  const fields = readableFields(call.fields, feed);
  const ext = { ...call.ext, payload, ...receivedExt(call.fields, fields) };
  return { fields, custom: call.custom, ext };
}
