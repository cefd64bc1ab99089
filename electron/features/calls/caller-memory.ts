import { callerBefore, week, type CallerBefore } from '../../../shared/calls/caller-before.ts';
import type { Call } from '../../../shared/calls/fold-call.ts';
import { customerOf } from '../../../shared/calls/party.ts';
import type { RuleableEvent } from '../../../shared/model/call-event.ts';
import type { CallData, CallFieldName } from '../../../shared/model/call-fields.ts';

/** More numbers than a day brings; those that called longest ago go first. */
const mostNumbers = 20_000;
/** More earlier calls of one number are not told apart. */
const mostCalls = 100;

/** An earlier call of a number. */
export interface EarlierCall {
  readonly callKey: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly outcome: string;
  /** Who took it; empty where no one did, or where it is unknown. */
  readonly agentName: string;
  readonly agentExtension: string;
}

type Facts = Partial<Record<CallFieldName, string>>;

/**
 * What this computer knows of a number's earlier calls: the current agent's from the history, and those of colleagues
 * that the sources told since the start. Rules and popups ask it, so it answers without the disk.
 */
export class CallerMemory {
  private readonly byNumber = new Map<string, Map<string, EarlierCall>>();

  /** The newest state of a call. */
  public put(number: string, call: EarlierCall): void {
    const calls = this.byNumber.get(number) ?? new Map<string, EarlierCall>();
    calls.set(call.callKey, call);
    dropOldest(calls, mostCalls);
    this.byNumber.delete(number);
    this.byNumber.set(number, calls);
    dropOldest(this.byNumber, mostNumbers);
  }

  /** A call as it is after an event. */
  public heard(callKey: string, call: Call, events: readonly RuleableEvent[]): void {
    const number = customerOf(call.data.fields);
    if (number === undefined) return;
    const taken = events.findLast(
      ({ stage, agent }) => agent !== undefined && (stage === 'answered' || stage === 'bridged'),
    );
    const fields = taken?.call.fields;
    this.put(number, {
      callKey,
      startedAt: call.startedAt,
      outcome: call.answeredAt === undefined ? unansweredAs(call) : 'answered',
      agentName: fields?.agentName ?? taken?.agent?.email ?? taken?.agent?.id ?? '',
      agentExtension: taken?.agent?.extension ?? taken?.agent?.phone ?? '',
    });
  }

  /** The call with the facts of those before it, where it does not have them from its source. */
  public withFacts(call: CallData, callKey: string): CallData {
    const number = customerOf(call.fields);
    if (number === undefined) return call;
    return { ...call, fields: { ...factsOf(this.others(number, callKey)), ...call.fields } };
  }

  /**
   * The same for the agent to read.
   *
   * @param at when the call began: what began later is not before it
   */
  public before(call: CallData, callKey: string, at: number): CallerBefore | undefined {
    const number = customerOf(call.fields);
    if (number === undefined) return undefined;
    const calls = this.others(number, callKey).filter(({ startedAt }) => startedAt <= at);
    const inWeek = calls.filter(({ startedAt }) => startedAt > at - week).length;
    return callerBefore({ ...factsOf(calls), ...call.fields }, inWeek);
  }

  /** The calls of a number besides one, oldest first. */
  private others(number: string, callKey: string): EarlierCall[] {
    return [...(this.byNumber.get(number)?.values() ?? [])]
      .filter((one) => one.callKey !== callKey)
      .sort((a, b) => a.startedAt - b.startedAt);
  }
}

const unansweredAs = ({ endedAt }: Call): string => (endedAt === undefined ? 'running' : 'missed');

function factsOf(calls: readonly EarlierCall[]): Facts {
  const last = calls.at(-1);
  if (last === undefined) return { callsBefore: '0' };
  const taken = calls.findLast(({ outcome }) => outcome === 'answered');
  return {
    callsBefore: String(calls.length),
    lastCallAt: new Date(last.startedAt).toISOString(),
    lastOutcome: last.outcome,
    ...(taken !== undefined && {
      lastAgent: taken.agentName,
      lastAgentExtension: taken.agentExtension,
    }),
  };
}

function dropOldest<K>(map: Map<K, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
