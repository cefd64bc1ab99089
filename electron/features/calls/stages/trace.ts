import { storedCaller, queueText } from '../../../../shared/calls/caller-text.ts';
import { lateSeconds } from '../../../../shared/matching/match-rule.ts';
import type { RuleableEvent } from '../../../../shared/model/call-event.ts';
import type { CallData } from '../../../../shared/model/call-fields.ts';
import type { ActionTrace, EventTrace } from '../../../../shared/model/log-entry.ts';

/** The trace of an event before any rule is evaluated. @param call the call's data with this event */
export function traceOf(
  event: RuleableEvent,
  isTest: boolean,
  repeated: boolean,
  call: CallData = event.call,
): EventTrace {
  const { agent } = event;
  return {
    eventId: event.id,
    source: event.source,
    stage: event.stage,
    ...storedCaller(call),
    queue: queueText(call),
    agent: agent?.id ?? agent?.customId ?? agent?.email ?? agent?.extension ?? '',
    occurredAt: event.occurredAt,
    receivedAt: event.receivedAt,
    lateSeconds: lateSeconds(event),
    matchedMs: 0,
    repeated,
    isTest,
    rules: [],
  };
}

/**
 * The trace with an action of one of its rules.
 *
 * @param slot the action whose place it takes; a new one where it is past the last
 */
export function withAction(
  trace: EventTrace,
  ruleId: string,
  slot: number,
  action: ActionTrace,
): EventTrace {
  const rules = trace.rules.map((rule) => {
    if (rule.id !== ruleId) return rule;
    const { actions } = rule;
    return { ...rule, actions: [...actions.slice(0, slot), action, ...actions.slice(slot + 1)] };
  });
  return { ...trace, rules };
}
