import type { AgentRef } from '../model/agent-identity.ts';
import { emptyCallData, type CallData, type CallFieldName } from '../model/call-fields.ts';
import type { CallStateEvent, RuleableEvent } from '../model/call-event.ts';
import { callStages, endStages, type CallStage } from '../model/stage.ts';

/** What the events of one linked call id fold into. */
export interface Call {
  readonly source: string;
  readonly linkedCallId: string;
  readonly stage: CallStage;
  readonly data: CallData;
  /** The agent of the newest event that names one. */
  readonly agent?: AgentRef | undefined;
  /** Milliseconds since 1970: when the first event happened. */
  readonly startedAt: number;
  readonly answeredAt?: number | undefined;
  readonly endedAt?: number | undefined;
}

/**
 * More events than any real call has. A source that repeats itself for ever must not fill the memory:
 * beyond this the oldest state events go.
 */
export const maxEventsPerCall = 500;

/** Who is on the other side. The first event that says so wins: after a transfer others name the transferrer. */
const customerFields: ReadonlySet<CallFieldName> = new Set<CallFieldName>([
  'callerNumber',
  'calledNumber',
  'customerNumber',
  'customerNumberIntl',
  'contactId',
  'contactCrmId',
  'contactName',
  'contactFirstName',
  'contactMiddleName',
  'contactLastName',
  'callStart',
]);

const stageRank = new Map<string, number>(callStages.map((stage, index) => [stage, index]));

/** By time, then by the usual order of stages, then by id: one order for any order of arrival. */
export function compareEvents(a: RuleableEvent, b: RuleableEvent): number {
  return (
    a.occurredAt - b.occurredAt ||
    (stageRank.get(a.stage) ?? -1) - (stageRank.get(b.stage) ?? -1) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Adds an event where it belongs in time. The same id twice is the same event: undefined. */
export function insertEvent(
  events: readonly RuleableEvent[],
  event: RuleableEvent,
): readonly RuleableEvent[] | undefined {
  if (events.some((known) => known.id === event.id)) return undefined;
  const newest = events.at(-1);
  const all =
    newest === undefined || compareEvents(newest, event) < 0
      ? [...events.slice(0, -1), ...(newest ? [withoutPayload(newest)] : []), event]
      : [...events, withoutPayload(event)].sort(compareEvents);
  return all.slice(-maxEventsPerCall);
}

/** A message as it came is kept with the newest event only: it can be large, and calls have many. */
function withoutPayload<E extends RuleableEvent>(event: E): E {
  if (event.call.ext['payload'] === undefined) return event;
  const { payload: _payload, ...ext } = event.call.ext;
  return { ...event, call: { ...event.call, ext } };
}

/**
 * Folds a call's events, sorted as insertEvent leaves them. Undefined when there are none.
 *
 * @param before the fold of all but the last, where it is known: a call with hundreds of events stays quick
 */
export function foldCall(events: readonly RuleableEvent[], before?: Call): Call | undefined {
  const first = events[0];
  if (first === undefined) return undefined;
  const states = events.filter((event): event is CallStateEvent => event.kind === 'call.state');
  const newest = states.at(-1);
  const whole = states.findLast(({ scope, stage }) => scope !== 'agent' && endStages.has(stage));
  return {
    source: first.source,
    linkedCallId: first.linkedCallId,
    // The end of the whole call is final, whatever a late event says about one leg.
    stage: whole?.stage ?? newest?.stage ?? 'active',
    data: (before === undefined ? events : events.slice(-1)).reduce(
      (data, event) => mergeCallData(data, event.call),
      before?.data ?? emptyCallData,
    ),
    agent: events.findLast(({ agent }) => agent !== undefined)?.agent,
    startedAt: first.occurredAt,
    answeredAt: states.find(({ stage }) => stage === 'answered' || stage === 'bridged')?.occurredAt,
    endedAt: endOf(whole ?? newest)?.occurredAt,
  };
}

const endOf = (event: CallStateEvent | undefined): CallStateEvent | undefined =>
  event !== undefined && endStages.has(event.stage) ? event : undefined;

/** Later values replace earlier ones, but never by nothing, and never the customer. */
export function mergeCallData(earlier: CallData, later: CallData): CallData {
  const fields = { ...earlier.fields, ...filled(later.fields) };
  for (const name of customerFields) {
    const known = earlier.fields[name];
    if (known !== undefined && known !== '') fields[name] = known;
  }
  return {
    fields,
    custom: mergeCustom(earlier.custom, later.custom),
    ext: { ...earlier.ext, ...later.ext },
  };
}

function mergeCustom(earlier: CallData['custom'], later: CallData['custom']): CallData['custom'] {
  const merged = { ...earlier };
  for (const [name, value] of Object.entries(later)) if (value !== '') merged[name] = value;
  return merged;
}

/** A copy without empty texts. */
function filled<K extends string>(
  record: Readonly<Partial<Record<K, string>>>,
): Partial<Record<K, string>> {
  const copy: Partial<Record<K, string>> = {};
  for (const key in record) {
    const value = record[key];
    if (value !== undefined && value !== '') copy[key] = value;
  }
  return copy;
}
