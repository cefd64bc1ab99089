import type { AgentRef } from '../model/agent-identity.ts';
import { emptyCallData, type CallData } from '../model/call-fields.ts';
import type { CallStateEvent, RuleableEvent } from '../model/call-event.ts';
import { joinExt } from '../model/received-numbers.ts';
import { endStages, type CallStage } from '../model/stage.ts';
import { legsOf, standOf } from './legs.ts';
import { colleaguesIn, mergeFields } from './party.ts';

/** What the events of one call fold into. */
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
 * Folds a call's events, sorted as insertEvent leaves them. Undefined when there are none.
 *
 * @param before the data of all but the last, where it is known: a call with hundreds of events stays quick
 * @param colleagues numbers of agents of this call
 */
export function foldCall(
  events: readonly RuleableEvent[],
  before?: CallData,
  colleagues: readonly string[] = colleaguesIn(events),
): Call | undefined {
  const first = events[0];
  if (first === undefined) return undefined;
  const states = events.filter((event): event is CallStateEvent => event.kind === 'call.state');
  const stand = standOf(legsOf(events), events);
  return {
    source: first.source,
    linkedCallId: first.linkedCallId,
    stage: stand?.stage ?? 'active',
    data:
      before === undefined
        ? foldData(events, colleagues)
        : foldData(events.slice(-1), colleagues, before),
    agent: events.findLast(({ agent }) => agent !== undefined)?.agent,
    startedAt: first.occurredAt,
    answeredAt: states.find(({ stage }) => stage === 'answered' || stage === 'bridged')?.occurredAt,
    endedAt: stand !== undefined && endStages.has(stand.stage) ? stand.occurredAt : undefined,
  };
}

/** The data of events, in order. @param before what is known without them */
export const foldData = (
  events: readonly RuleableEvent[],
  colleagues: readonly string[],
  before: CallData = emptyCallData,
): CallData => events.reduce((data, event) => mergeCallData(data, event.call, colleagues), before);

/**
 * Later values replace earlier ones, but never by nothing; see mergeFields for the other side's.
 *
 * @param colleagues numbers of agents of this call
 */
export const mergeCallData = (
  earlier: CallData,
  later: CallData,
  colleagues: readonly string[] = [],
): CallData => ({
  fields: mergeFields(earlier.fields, later.fields, colleagues),
  custom: { ...earlier.custom, ...filledCustom(later.custom) },
  ext: joinExt(earlier.ext, later.ext),
});

const filledCustom = (custom: CallData['custom']): CallData['custom'] =>
  Object.fromEntries(Object.entries(custom).filter(([, value]) => value !== ''));
